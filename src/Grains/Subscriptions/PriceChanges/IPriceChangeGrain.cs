using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>Running contracts of a product with one cycle.</summary>
/// <param name="OwnPrice">Those with another price than the one that is replaced.</param>
[GenerateSerializer, Immutable, Alias("ContractCount")]
internal sealed record ContractCount([property: Id(0)] int All, [property: Id(1)] int OwnPrice);

/// <summary>One new price of a product. Key: <see cref="PriceChangeId"/>.</summary>
[Alias("IPriceChangeGrain")]
internal interface IPriceChangeGrain : IGrainWithStringKey
{
    /// <summary>Keeps it and begins; a repeat changes nothing.</summary>
    /// <param name="touched">Whom it touches as it looks now.</param>
    [Alias("Begin")]
    Task Begin(PriceChangeTerms terms, ContractCount touched, Caller by);
}
