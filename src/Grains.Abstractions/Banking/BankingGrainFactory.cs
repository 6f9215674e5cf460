namespace Elizon.Banking;

/// <summary>The only way to the grains of this feature.</summary>
public static class BankingGrainFactory
{
    public static IBankDesk BankDesk(this IGrainFactory grains) => grains.GetGrain<IBankDesk>(0);

    public static IBankAdmin BankAdmin(this IGrainFactory grains) => grains.GetGrain<IBankAdmin>(0);
}
