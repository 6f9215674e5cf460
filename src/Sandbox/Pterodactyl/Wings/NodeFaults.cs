namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The switches that a node looks at once a second.</summary>
internal sealed class NodeFaults(WingsNode node)
{
    private const int FloodRate = 5000;
    private const int LongLine = 65_536;
    private const string Ansi =
        "\u001b[38;5;208m\u001b[1m[warn]\u001b[0m \u001b[4munderlined\u001b[24m \u001b[31mred\u001b[39m \u001b[2K\u001b[0Gend of line";
    private readonly Dictionary<string, PrintJob> _floods = [];

    public void Look()
    {
        var on = node.Faults.NamesOn();
        if (on.Count == 0 && _floods.Count == 0)
            return;
        if (
            on.Contains(PterodactylFault.DaemonRestart)
            && node.Faults.Take(PterodactylFault.DaemonRestart, node.Id) is not null
        )
            node.Restart();
        foreach (var server in node.Servers)
        {
            Flood(server);
            if (on.Count > 0)
                Look(server);
        }
    }

    private void Look(GameServer server)
    {
        if (server.State == PowerState.Running)
            LookAtProcess(server);
        if (server.Sockets.AnyListens)
            LookAtSockets(server);
    }

    private void LookAtProcess(GameServer server)
    {
        if (Fires(PterodactylFault.Line64K, server))
            Print(server, new string('x', LongLine));
        if (Fires(PterodactylFault.LineInvalidUtf8, server))
            Print(server, "broken bytes: \uFFFD\uFFFD end");
        if (Fires(PterodactylFault.LineAnsi, server))
            Print(server, Ansi);
        if (node.Faults.Take(PterodactylFault.ProcessCrash, server.Uuid) is { } crash)
            server.Crash(FaultSwitches.Number(crash, 1));
    }

    private void LookAtSockets(GameServer server)
    {
        if (Fires(PterodactylFault.WsInvalidUtf8, server))
            server.Sockets.Publish(
                new SocketFrame([
                    .. "{\"event\":\"console output\",\"args\":[\""u8,
                    0xC3,
                    0x28,
                    0xFF,
                    .. "\"]}"u8,
                ])
            );
        if (!Fires(PterodactylFault.WsDrop, server))
            return;
        foreach (var socket in server.Sockets.Open)
            socket.BreakOff();
    }

    private void Flood(GameServer server)
    {
        var wanted =
            server.State == PowerState.Running
                ? node.Faults.IsOn(PterodactylFault.ConsoleFlood, server.Uuid)
                : null;
        if (_floods.TryGetValue(server.Uuid, out var job) && (job.IsDone || wanted is null))
        {
            _floods.Remove(server.Uuid);
            server.WithProcess(_ => Stop(job));
            job = null;
        }
        if (wanted is not null && job is null)
            _floods[server.Uuid] = server.WithProcess(process =>
                process.Print(Endless(), FaultSwitches.Number(wanted, FloodRate))
            )!;
    }

    private static bool Stop(PrintJob job)
    {
        job.Cancel();
        return true;
    }

    private static IEnumerable<string> Endless()
    {
        for (var i = 1L; ; i++)
            yield return FormattableString.Invariant($"flood line {i}");
    }

    private static void Print(GameServer server, string line) =>
        server.WithProcess(_ =>
        {
            server.Console.Print(line);
            return true;
        });

    private bool Fires(string fault, GameServer server) =>
        node.Faults.Take(fault, server.Uuid) is not null;
}
