using System.Text.Json.Serialization;

namespace Elizon.Sandbox.Faults;

/// <summary>A fault that is switched on.</summary>
/// <param name="Simulator">The simulator it belongs to.</param>
/// <param name="Fault">Its name there.</param>
/// <param name="Target">Fires only for this target (a mail domain, a node, a server), or for all when null.</param>
/// <param name="Skip">Lets this many chances pass before the first one that may fire.</param>
/// <param name="Remaining">Fires at most this many times more, or without end when null.</param>
/// <param name="Probability">0..1: how likely a chance fires.</param>
/// <param name="DelayMilliseconds">For faults about slowness; each fault names its default.</param>
/// <param name="Value">Free parameter, e.g. a status or a length; the fault's summary says which.</param>
/// <param name="Seed">Root of its series of outcomes.</param>
/// <param name="Drawn">How many outcomes of the series were used up.</param>
/// <param name="Fired">How often it fired since it was switched on.</param>
public sealed record FaultSwitch(
    string Simulator,
    string Fault,
    string? Target = null,
    int Skip = 0,
    int? Remaining = null,
    double Probability = 1,
    int? DelayMilliseconds = null,
    string? Value = null,
    long Seed = 0,
    long Drawn = 0,
    long Fired = 0
)
{
    [JsonIgnore]
    public string Id => Key(Simulator, Fault, Target);

    public TimeSpan DelayOr(TimeSpan standard) =>
        DelayMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : standard;

    internal static string Key(string simulator, string fault, string? target) =>
        $"{simulator}/{fault}/{target}";

    /// <summary>The switch after one more chance, and whether that chance fires.</summary>
    internal (FaultSwitch After, bool Fires) Draw()
    {
        if (Remaining is <= 0)
            return (this, false);
        if (Skip > 0)
            return (this with { Skip = Skip - 1 }, false);
        var fires = Probability >= 1 || ChanceSequence.At(Seed, Id, Drawn) < Probability;
        var after = this with { Drawn = Drawn + 1 };
        return fires
            ? (after with { Fired = Fired + 1, Remaining = Remaining - 1 }, true)
            : (after, false);
    }
}
