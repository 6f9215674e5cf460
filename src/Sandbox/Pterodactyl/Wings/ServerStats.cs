using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// What a server uses, computed when asked from how long it runs: nothing ticks for it. Bytes; CPU in percent of one core; uptime in milliseconds; network since the container's start.
/// </summary>
internal sealed record ServerStats(
    long MemoryBytes,
    long MemoryLimitBytes,
    double CpuAbsolute,
    long RxBytes,
    long TxBytes,
    long Uptime,
    string State,
    long DiskBytes
)
{
    private const double DaemonOverhead = 1.05;
    private const long Unlimited = 8192;

    public static ServerStats Of(GameServer server)
    {
        var configuration = server.Configuration;
        var limit = (long)(
            (configuration.MemoryMiB == 0 ? Unlimited : configuration.MemoryMiB)
            * 1_048_576
            * DaemonOverhead
        );
        if (server.Process is not { } process)
            return new ServerStats(0, limit, 0, 0, 0, 0, server.State, server.Files.UsedBytes());
        var up = server.Node.Real.GetUtcNow() - process.StartedAt;
        var seconds = Math.Max(0, up.TotalSeconds);
        var wave = 0.5 + (Math.Sin(seconds / 7) / 4) + (Math.Sin(seconds / 1.3) / 8);
        var cores = configuration.CpuPercent == 0 ? 100 : configuration.CpuPercent;
        var warm = 0.35 + (0.3 * (1 - Math.Exp(-seconds / 600)));
        return new ServerStats(
            (long)(limit * (warm + (wave / 50))),
            limit,
            Math.Round(cores * (server.State == PowerState.Starting ? 0.85 : 0.18) * wave, 3),
            1_024 + (long)(seconds * 2_311),
            2_048 + (long)(seconds * 4_177),
            (long)up.TotalMilliseconds,
            server.State,
            server.Files.UsedBytes()
        );
    }

    public JsonObject ToJson() =>
        new()
        {
            ["memory_bytes"] = MemoryBytes,
            ["memory_limit_bytes"] = MemoryLimitBytes,
            ["cpu_absolute"] = CpuAbsolute,
            ["network"] = new JsonObject { ["rx_bytes"] = RxBytes, ["tx_bytes"] = TxBytes },
            ["uptime"] = Uptime,
            ["state"] = State,
            ["disk_bytes"] = DiskBytes,
        };
}
