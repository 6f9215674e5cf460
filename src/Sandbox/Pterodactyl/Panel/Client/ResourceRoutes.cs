using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>What a server uses, cached: asking faster shows nothing newer, right after a power action too.</summary>
internal static class ResourceRoutes
{
    public static async ValueTask<PanelAnswer> Show(PanelCall call, PanelContext panel)
    {
        var now = panel.Clock.Real.GetUtcNow();
        if (panel.Resources.TryGetValue(call.Server.Uuid, out var cached) && cached.Until > now)
            return PanelAnswer.Ok(ToJson(cached.Stats, cached.IsSuspended));
        var (stats, suspended) = await panel.Daemons.Call(
            call.Server,
            game => (ServerStats.Of(game), game.IsSuspended)
        );
        panel.Resources[call.Server.Uuid] = new CachedResources(
            stats,
            suspended,
            now + panel.Options.ResourcesCache
        );
        return PanelAnswer.Ok(ToJson(stats, suspended));
    }

    private static JsonObject ToJson(ServerStats stats, bool suspended) =>
        new()
        {
            ["object"] = "stats",
            ["attributes"] = new JsonObject
            {
                ["current_state"] = stats.State,
                ["is_suspended"] = suspended,
                ["resources"] = new JsonObject
                {
                    ["memory_bytes"] = stats.MemoryBytes,
                    ["cpu_absolute"] = stats.CpuAbsolute,
                    ["disk_bytes"] = stats.DiskBytes,
                    ["network_rx_bytes"] = stats.RxBytes,
                    ["network_tx_bytes"] = stats.TxBytes,
                    ["uptime"] = stats.Uptime,
                },
            },
        };
}

/// <summary>The last answer about a server; <paramref name="Until"/> is real time.</summary>
internal sealed record CachedResources(ServerStats Stats, bool IsSuspended, DateTimeOffset Until);

/// <summary>Cached answers by the server's uuid.</summary>
internal sealed class ResourceCache : ConcurrentDictionary<string, CachedResources>;
