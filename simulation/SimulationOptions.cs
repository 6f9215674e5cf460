using System.Globalization;

namespace Elizon.Simulation;

/// <summary>How large a run is, and what goes wrong in it.</summary>
/// <param name="Faults">Share of payments, mails and good intentions that go wrong, 0 to 1.</param>
internal sealed record SimulationOptions(int Customers, int Days, int Seed, double Faults)
{
    public static readonly SimulationOptions Default = new(1000, 365, 20261125, 0.05);

    public const string Usage =
        "./run simulate [--customers 1000] [--days 365] [--seed 20261125] [--faults 0.05]";

    /// <returns>Null when the words make no sense.</returns>
    public static SimulationOptions? Read(IReadOnlyList<string> words)
    {
        var options = Default;
        if (words.Count % 2 != 0)
            return null;
        for (var i = 0; i < words.Count; i += 2)
        {
            if (With(options, words[i], words[i + 1]) is not { } next)
                return null;
            options = next;
        }
        return options;
    }

    private static SimulationOptions? With(SimulationOptions options, string name, string value) =>
        name switch
        {
            "--customers" when Whole(value, 1, 100_000) is { } n => options with { Customers = n },
            "--days" when Whole(value, 1, 3_650) is { } n => options with { Days = n },
            "--seed" when Whole(value, 0, int.MaxValue) is { } n => options with { Seed = n },
            "--faults"
                when double.TryParse(value, CultureInfo.InvariantCulture, out var share)
                    && share is >= 0 and <= 1 => options with
            {
                Faults = share,
            },
            _ => null,
        };

    private static int? Whole(string value, int least, int most) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : null;
}
