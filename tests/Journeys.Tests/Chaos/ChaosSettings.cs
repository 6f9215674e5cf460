using System.Globalization;

namespace Elizon.Journeys.Tests.Chaos;

/// <summary>How large the run is: small in ./test, full in ./run chaos.</summary>
internal static class ChaosSettings
{
    public static int Orders => Number("ELIZON_CHAOS_ORDERS", 40);

    public static int Kills => Number("ELIZON_CHAOS_KILLS", 10);

    public static int Renewals => Number("ELIZON_CHAOS_RENEWALS", 100);

    public static int RenewalKills => Number("ELIZON_CHAOS_RENEWAL_KILLS", 10);

    public static int Seed => Number("ELIZON_CHAOS_SEED", 20261125);

    private static int Number(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : otherwise;
}
