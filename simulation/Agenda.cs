namespace Elizon.Simulation;

/// <summary>What people and the outside world do at an instant.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Deed, (DateTimeOffset At, string Who, int Nr)> _deeds = new();
    private readonly Lock _gate = new();
    private int _count;

    public DateTimeOffset? Next
    {
        get
        {
            lock (_gate)
                return _deeds.TryPeek(out _, out var next) ? next.At : null;
        }
    }

    public void Plan(DateTimeOffset at, string who, Func<Task> act)
    {
        lock (_gate)
            _deeds.Enqueue(new Deed(who, act), (at, who, _count++));
    }

    /// <summary>Does what is planned by now: people side by side, each one's deeds in order.</summary>
    /// <returns>False when nothing was.</returns>
    public async Task<bool> Do(DateTimeOffset now)
    {
        var due = new List<Deed>();
        lock (_gate)
            while (_deeds.TryPeek(out var deed, out var next) && next.At <= now)
            {
                _deeds.Dequeue();
                due.Add(deed);
            }
        await Task.WhenAll(due.GroupBy(d => d.Who).Select(InOrder));
        return due.Count > 0;
    }

    private static async Task InOrder(IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds)
            await deed.Act();
    }

    private sealed record Deed(string Who, Func<Task> Act);
}
