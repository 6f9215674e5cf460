using Elizon.Fixtures;

namespace Elizon.Journeys.Tests.Chaos;

/// <summary>How large the run is: small in ./test, full in ./run chaos.</summary>
internal static class ChaosSettings
{
    public static int Orders => RunSize.Of("ELIZON_CHAOS_ORDERS", 40);

    public static int Kills => RunSize.Of("ELIZON_CHAOS_KILLS", 10);

    public static int Renewals => RunSize.Of("ELIZON_CHAOS_RENEWALS", 100);

    public static int RenewalKills => RunSize.Of("ELIZON_CHAOS_RENEWAL_KILLS", 10);

    public static int Seed => RunSize.Of("ELIZON_CHAOS_SEED", 20261125);
}
