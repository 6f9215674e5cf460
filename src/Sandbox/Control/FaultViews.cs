using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Control;

/// <summary>The body of a PUT; every member may be left out. See <see cref="FaultSwitch"/> for their meaning.</summary>
internal sealed record FaultParameters(
    string? Target = null,
    int Skip = 0,
    int? Remaining = null,
    double Probability = 1,
    int? DelayMilliseconds = null,
    string? Value = null,
    long Seed = 0
)
{
    private const int MostMilliseconds = 10 * 60 * 1000;

    /// <summary>What is wrong with the parameters, or null.</summary>
    public string? Fault() =>
        Skip < 0 ? "skip must not be negative."
        : Remaining is < 1 ? "remaining must be at least 1; leave it out for 'until switched off'."
        : Probability is not (> 0 and <= 1) ? "probability must be above 0 and at most 1."
        : DelayMilliseconds is < 0 or > MostMilliseconds
            ? "delayMilliseconds must be between 0 and ten minutes."
        : null;

    public FaultSwitch For(string simulator, string fault) =>
        new(simulator, fault, Target, Skip, Remaining, Probability, DelayMilliseconds, Value, Seed);
}

internal sealed record FaultView(
    string Simulator,
    string Name,
    string Summary,
    IReadOnlyList<FaultSwitch> Switches
);

internal sealed record FaultsView(IReadOnlyList<FaultView> Faults)
{
    public static FaultsView Of(FaultBoard board, string? simulator)
    {
        var on = board.On.ToLookup(s => (s.Simulator, s.Fault));
        return new FaultsView([
            .. board
                .Known.Where(known => simulator is null || known.Simulator == simulator)
                .Select(known => new FaultView(
                    known.Simulator,
                    known.Name,
                    known.Summary,
                    [.. on[(known.Simulator, known.Name)]]
                )),
        ]);
    }
}
