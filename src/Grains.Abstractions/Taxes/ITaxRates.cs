namespace Elizon.Taxes;

/// <summary>The table of rates in force. Stateless; changed by a release only.</summary>
[Alias("ITaxRates")]
public interface ITaxRates : IGrainWithIntegerKey
{
    /// <summary>Standard rates of all member states and their territories on a day; today without one.</summary>
    [Alias("List")]
    Task<TaxRateView[]> List(DateOnly? on);
}

/// <summary>A standard rate and its validity.</summary>
/// <param name="Code">ISO 3166 alpha-2, or ours for a territory (ES-CN).</param>
/// <param name="Country">The member state.</param>
/// <param name="InVatArea">False: taxed as a third country.</param>
/// <param name="Rate">Percent; null outside the VAT area and for days before the table.</param>
/// <param name="From">First day of this rate.</param>
/// <param name="Until">First day of the next one; null while none is known.</param>
[GenerateSerializer, Immutable, Alias("TaxRateView")]
public sealed record TaxRateView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Country,
    [property: Id(2)] string Name,
    [property: Id(3)] bool InVatArea,
    [property: Id(4)] decimal? Rate,
    [property: Id(5)] DateOnly? From,
    [property: Id(6)] DateOnly? Until
);
