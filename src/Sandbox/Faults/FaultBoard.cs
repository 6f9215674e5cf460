using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Faults;

/// <summary>
/// All fault switches. A simulator asks <see cref="Take(string, string, string?)"/> at the place where the fault would
/// happen; the count is stored before the answer, so a killed sandbox does not play a fault twice.
/// </summary>
public sealed class FaultBoard(
    SandboxStore store,
    SandboxOptions options,
    IEnumerable<FaultDescription> known
)
{
    private const string Kind = "fault";
    private readonly IReadOnlyList<FaultDescription> _known = [.. known];

    public IReadOnlyList<FaultDescription> Known => _known;

    public IReadOnlyList<FaultSwitch> On => store.All<FaultSwitch>(Kind);

    /// <summary>
    /// Uses up one chance of a fault. A switch for this very target goes before one for all targets.
    /// </summary>
    /// <returns>The switch with its parameters when the fault fires here and now, else null.</returns>
    /// <exception cref="InvalidOperationException">When no simulator registered that fault.</exception>
    public FaultSwitch? Take(string simulator, string fault, string? target = null)
    {
        if (!Knows(simulator, fault))
            throw new InvalidOperationException(
                $"Fault {simulator}/{fault} is asked for but was never registered."
            );
        return (target is null ? null : Draw(FaultSwitch.Key(simulator, fault, target)))
            ?? Draw(FaultSwitch.Key(simulator, fault, target: null));
    }

    public bool Knows(string simulator, string fault) =>
        _known.Any(description => description.Simulator == simulator && description.Name == fault);

    /// <summary>Switches a fault on, or gives it new parameters and a fresh count.</summary>
    public FaultSwitch Set(FaultSwitch wanted)
    {
        var fresh = wanted with
        {
            Seed = wanted.Seed == 0 ? options.Seed : wanted.Seed,
            Drawn = 0,
            Fired = 0,
        };
        store.Put(Kind, fresh.Id, fresh);
        return fresh;
    }

    public bool Clear(string simulator, string fault, string? target) =>
        store.Remove(Kind, FaultSwitch.Key(simulator, fault, target));

    /// <summary>Switches off all faults of a simulator, or of all simulators.</summary>
    public void Clear(string? simulator)
    {
        foreach (var on in On.Where(on => simulator is null || on.Simulator == simulator))
            store.Remove(Kind, on.Id);
    }

    private FaultSwitch? Draw(string id)
    {
        FaultSwitch? fired = null;
        store.Update<FaultSwitch>(
            Kind,
            id,
            on =>
            {
                var (after, fires) = on.Draw();
                fired = fires ? after : null;
                return after;
            }
        );
        return fired;
    }
}
