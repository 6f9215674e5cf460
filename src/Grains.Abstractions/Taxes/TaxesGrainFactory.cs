namespace Elizon.Taxes;

/// <summary>The only way to the grains of this feature.</summary>
public static class TaxesGrainFactory
{
    public static IVatIdDesk VatIdDesk(this IGrainFactory grains) => grains.GetGrain<IVatIdDesk>(0);

    public static ITaxRates TaxRates(this IGrainFactory grains) => grains.GetGrain<ITaxRates>(0);

    public static ITaxReports TaxReports(this IGrainFactory grains) =>
        grains.GetGrain<ITaxReports>(0);
}
