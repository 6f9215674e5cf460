using Elizon.Sandbox.Pterodactyl.Games;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// A running container: plays its game's lines on the node's schedule. Idle it owns one planned action, the next chatter.
/// Not thread-safe: the server's lock is held around every call.
/// </summary>
internal sealed class GameProcess(GameServer server, DateTimeOffset startedAt)
{
    private readonly IGame _game = GameCatalog.For(server.Configuration);
    private readonly GameWorld _world = new(server.Configuration, server.Node);
    private readonly List<PrintJob> _jobs = [];
    private ScheduledAction? _boot;
    private ScheduledAction? _chatter;

    public DateTimeOffset StartedAt => startedAt;

    public IReadOnlyList<PrintJob> Jobs => _jobs;

    /// <summary>Prints the boot lines evenly over <paramref name="time"/>.</summary>
    public void Boot(TimeSpan time)
    {
        var left = _game.Boot(_world).Count();
        PlayBoot(_game.Boot(_world).GetEnumerator(), left, time / left);
    }

    /// <summary>Picks up a process that was there before the daemon: its log again, no boot.</summary>
    public void Attach()
    {
        foreach (var line in _game.Boot(_world))
            server.Console.Print(line);
        PlanChatter();
    }

    public void Input(string command)
    {
        foreach (var line in _game.Answer(_world, command))
            server.Console.Print(line);
    }

    public IEnumerable<string> ShutdownLines() => _game.Shutdown(_world);

    public void PlanChatter()
    {
        var mean = server.Node.Options.Chatter;
        if (mean <= TimeSpan.Zero)
            return;
        var pause = mean * (0.5 + (_world.Chance(1000) / 1000.0));
        _chatter = server.Node.Schedule.After(pause, () => server.WithProcess(this, Chat));
    }

    public PrintJob Print(IEnumerable<string> lines, double perSecond)
    {
        var job = new PrintJob(server, this, lines, perSecond);
        _jobs.RemoveAll(done => done.IsDone);
        _jobs.Add(job);
        job.Begin();
        return job;
    }

    /// <summary>The process is gone: nothing of it prints any more.</summary>
    public void End()
    {
        _boot?.Cancel();
        _chatter?.Cancel();
        foreach (var job in _jobs)
            job.Cancel();
    }

    private void PlayBoot(IEnumerator<string> lines, int left, TimeSpan pause) =>
        _boot = server.Node.Schedule.After(
            pause,
            () =>
                server.WithProcess(
                    this,
                    () =>
                    {
                        lines.MoveNext();
                        server.PrintFromProcess(lines.Current, bootEnds: left == 1);
                        if (left > 1)
                            PlayBoot(lines, left - 1, pause);
                    }
                )
        );

    private void Chat()
    {
        server.Console.Print(_game.Chatter(_world));
        PlanChatter();
    }
}
