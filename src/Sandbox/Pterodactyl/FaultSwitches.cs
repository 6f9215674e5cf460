using System.Globalization;
using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Pterodactyl;

/// <summary>The simulator's view of the fault board.</summary>
internal sealed class FaultSwitches(FaultBoard board)
{
    public const string Simulator = "pterodactyl";

    /// <summary>Uses up one chance; the switch when it fires here and now.</summary>
    public FaultSwitch? Take(string fault, string? target = null) =>
        board.Take(Simulator, fault, target);

    public FaultSwitch? Take(string fault, int target) =>
        Take(fault, target.ToString(CultureInfo.InvariantCulture));

    /// <summary>For faults that last while they are on: looks without using up a chance.</summary>
    public FaultSwitch? IsOn(string fault, string target)
    {
        FaultSwitch? general = null;
        foreach (var on in board.On)
        {
            if (on.Simulator != Simulator || on.Fault != fault || on.Remaining is <= 0)
                continue;
            if (on.Target == target)
                return on;
            if (on.Target is null)
                general = on;
        }
        return general;
    }

    public FaultSwitch? IsOn(string fault, int target) =>
        IsOn(fault, target.ToString(CultureInfo.InvariantCulture));

    /// <summary>The faults that are on at all, for whatever target.</summary>
    public IReadOnlySet<string> NamesOn() =>
        board.On.Where(on => on.Simulator == Simulator).Select(on => on.Fault).ToHashSet();

    public static int Number(FaultSwitch fault, int standard) =>
        int.TryParse(fault.Value, CultureInfo.InvariantCulture, out var value) ? value : standard;
}
