using Elizon.Payments;

namespace Elizon.Billing;

/// <summary>A rule for topping up automatically, in euros.</summary>
/// <param name="Threshold">A balance that falls below this is topped up.</param>
/// <param name="DailyMax">At most so much within 24 hours; null: the house's limit.</param>
[GenerateSerializer, Immutable, Alias("AutoTopUpTerms")]
public sealed record AutoTopUpTerms(
    [property: Id(0)] Money Threshold,
    [property: Id(1)] Money Amount,
    [property: Id(2)] Money? DailyMax
);

/// <summary>What is to be changed; null stays.</summary>
[GenerateSerializer, Immutable, Alias("AutoTopUpChange")]
public sealed record AutoTopUpChange(
    [property: Id(0)] Money? Threshold,
    [property: Id(1)] Money? Amount,
    [property: Id(2)] Money? DailyMax,
    [property: Id(3)] bool? Enabled
);

/// <summary>A rule as its owner sees it.</summary>
/// <param name="Failures">In a row; three switch it off.</param>
/// <param name="OffReason">Why the platform switched it off: the bank's code or a word such as "charged_back".</param>
/// <param name="PaymentMethod">What is used now; null: none is saved any more.</param>
/// <param name="InFlight">The top-up under way.</param>
[GenerateSerializer, Immutable, Alias("AutoTopUpView")]
public sealed record AutoTopUpView(
    [property: Id(0)] AutoTopUpId Id,
    [property: Id(1)] Money Threshold,
    [property: Id(2)] Money Amount,
    [property: Id(3)] Money DailyMax,
    [property: Id(4)] bool Enabled,
    [property: Id(5)] int Failures,
    [property: Id(6)] string? OffReason,
    [property: Id(7)] MandateId? PaymentMethod,
    [property: Id(8)] PaymentId? InFlight,
    [property: Id(9)] DateTimeOffset CreatedAt
);

/// <summary>Topping up automatically. Key: <see cref="AccountId"/>.</summary>
[Alias("IAutoTopUps")]
public interface IAutoTopUps : IGrainWithStringKey
{
    /// <summary>None or one.</summary>
    [Alias("List")]
    Task<AutoTopUpView[]> List();

    /// <exception cref="Refusal">Invalid, Conflict (there is one; no method is saved).</exception>
    [Alias("Create")]
    Task<AutoTopUpView> Create(AutoTopUpTerms terms, Caller by);

    /// <summary>Switching it on forgives earlier failures.</summary>
    /// <exception cref="Refusal">NotFound, Invalid, Conflict (no method is saved).</exception>
    [Alias("Update")]
    Task<AutoTopUpView> Update(AutoTopUpId id, AutoTopUpChange change, Caller by);

    /// <summary>What is under way still arrives.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Delete")]
    Task Delete(AutoTopUpId id, Caller by);
}
