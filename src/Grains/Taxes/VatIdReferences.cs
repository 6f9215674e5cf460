namespace Elizon.Grains.Taxes;

/// <summary>The only way to a VAT id's record.</summary>
internal static class VatIdReferences
{
    public static IVatIdInside VatIdInside(this IGrainFactory grains, VatId id) =>
        grains.GetGrain<IVatIdInside>(GrainId.Create(VatId.Kind, id.Value));
}
