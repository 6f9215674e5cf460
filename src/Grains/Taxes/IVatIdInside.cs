using Elizon.Grains.Providers;
using Elizon.Taxes;
using Orleans.Concurrency;

namespace Elizon.Grains.Taxes;

/// <summary>The record of one VAT id, for those who ask on its behalf.</summary>
[Alias("IVatIdInside")]
internal interface IVatIdInside : IGrainWithStringKey
{
    [Alias("Show")]
    Task<VatIdView> Show();

    /// <summary>Whether the register is to be asked now, and what is known.</summary>
    /// <param name="freshFor">How old an answer may be.</param>
    /// <param name="by">A member of staff who wants to know; audited.</param>
    [Alias("Begin")]
    Task<BegunCheck> Begin(TimeSpan freshFor, Caller? by);

    /// <summary>Ends a question.</summary>
    [Alias("Answered")]
    Task<VatIdProof> Answered(Outcome<VatIdAnswer> outcome);
}

[GenerateSerializer, Immutable, Alias("BegunCheck")]
internal sealed record BegunCheck([property: Id(0)] bool Ask, [property: Id(1)] VatIdProof Known);

/// <summary>Asks outside every record's turn. Stateless.</summary>
[Alias("IVatIdWorker")]
internal interface IVatIdWorker : IGrainWithIntegerKey
{
    [Alias("Ask"), OneWay]
    Task Ask(VatIdQuestion question);
}
