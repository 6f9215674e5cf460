namespace Elizon.Banking;

/// <summary>The only way to the grains of this feature.</summary>
public static class BankingGrainFactory
{
    public static IBankDesk BankDesk(this IGrainFactory grains) => grains.GetGrain<IBankDesk>(0);
}
