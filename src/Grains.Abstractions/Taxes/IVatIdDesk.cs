using Elizon.Identity;

namespace Elizon.Taxes;

/// <summary>Asks the register about VAT ids and shows what it said. Stateless.</summary>
[Alias("IVatIdDesk")]
public interface IVatIdDesk : IGrainWithIntegerKey
{
    /// <summary>
    /// The buyer with an answer that is fresh enough for an order or a renewal. Asks the register where it matters and
    /// the last answer is older than the setting; one that cannot answer in time leaves the last one. Takes at most a few
    /// seconds and never refuses.
    /// </summary>
    [Alias("Prove")]
    Task<BillingProfile> Prove(BillingProfile buyer);

    /// <summary>Asks the register now, whatever is known; audited.</summary>
    /// <exception cref="Refusal">NotFound: the text has not the form of a VAT id.</exception>
    [Alias("Check")]
    Task<VatIdView> Check(VatId id, Caller by);

    /// <summary>Every question and its answer, newest first.</summary>
    [Alias("Checks")]
    Task<PageOf<VatIdCheckView>> Checks(VatId? id, PageRequest page);
}

/// <summary>What is known about an id, for staff.</summary>
/// <param name="Name">As the register has it; null where the state does not tell.</param>
/// <param name="NextCheckAt">When it is asked again by itself; null when nobody uses the id.</param>
/// <param name="LastError">Why the last question got no answer; null when it got one.</param>
[GenerateSerializer, Immutable, Alias("VatIdView")]
public sealed record VatIdView(
    [property: Id(0)] VatId VatId,
    [property: Id(1)] VatIdStatus Status,
    [property: Id(2)] DateTimeOffset? CheckedAt,
    [property: Id(3)] string? Consultation,
    [property: Id(4)] string? Name,
    [property: Id(5)] string? Address,
    [property: Id(6)] DateTimeOffset? NextCheckAt,
    [property: Id(7)] string? LastError
);

/// <summary>One question to the register.</summary>
/// <param name="Outcome">"valid", "invalid" or "unknown".</param>
/// <param name="Reason">The register's code when it did not answer.</param>
/// <param name="NameFits">Whether the owner's name is the one we were given; null where the state does not compare.</param>
[GenerateSerializer, Immutable, Alias("VatIdCheckView")]
public sealed record VatIdCheckView(
    [property: Id(0)] VatId VatId,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Outcome,
    [property: Id(3)] string? Reason,
    [property: Id(4)] string? Consultation,
    [property: Id(5)] string? Name,
    [property: Id(6)] string? Address,
    [property: Id(7)] bool? NameFits
);
