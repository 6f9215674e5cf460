using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Addresses;
using Elizon.Grains.Storage;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// The contract over a service. Periods are whole days on the house's calendar, at the time of day of the delivery: the
/// end of a period is worked out from <see cref="PaidDay"/> and <see cref="At"/>, never by adding hours, so that daylight
/// saving neither shortens nor lengthens one.
/// </summary>
internal sealed record SubscriptionState : IDueState
{
    public ServiceOrder? Order { get; init; }

    /// <summary>The first day behind the paid time.</summary>
    public DateOnly PaidDay { get; init; }

    /// <summary>Time of day at which periods begin and end.</summary>
    public TimeOnly At { get; init; }

    /// <summary>The instant of those two.</summary>
    public DateTimeOffset PaidUntil { get; init; }

    public DateTimeOffset PeriodStart { get; init; }

    /// <summary>When the next period's invoice is issued.</summary>
    public DateTimeOffset RenewAt { get; init; }

    /// <summary>Number of the last paid period; the order paid the first.</summary>
    public int Period { get; init; }

    /// <summary>Days of the periods from the next on that is not billed yet.</summary>
    public int Cycle { get; init; }

    /// <summary>Of such a cycle as in the catalogue: with the home country's VAT, before discounts.</summary>
    public Money Price { get; init; }

    public PriceChange? PriceChange { get; init; }

    /// <summary>The billed period that is not paid yet.</summary>
    public BilledPeriod? Open { get; init; }

    /// <summary>How many invoices of the next period were withdrawn.</summary>
    public int Withdrawn { get; init; }

    public bool Autopay { get; init; } = true;

    /// <summary>The account collects by direct debit: with <see cref="Autopay"/> the next period is billed so much earlier.</summary>
    public bool ByDebit { get; init; }

    public bool NetPointsFirst { get; init; }

    public bool CancelAtEnd { get; init; }

    /// <summary>It is cancelled to a day behind the paid time: the period that reaches it is the last and ends on it.</summary>
    public PlannedEnd? Ends { get; init; }

    /// <summary>The service stands still because of <see cref="Open"/>.</summary>
    public bool PastDue { get; init; }

    /// <summary>Paid invoices whose money went back and that are long overdue: the service stands still because of them too.</summary>
    public ImmutableList<InvoiceId>? Owed { get; init; }

    /// <summary>The service stands still until everything that is overdue is paid.</summary>
    [JsonIgnore]
    public bool StandsStill => PastDue || Owed is { IsEmpty: false };

    public bool BonusTaken { get; init; }

    /// <summary>A tenth off for good.</summary>
    public bool Loyal { get; init; }

    /// <summary>The paid time from some day of the past on; empty in contracts of before it was kept.</summary>
    public ImmutableList<PaidSpan> Spans { get; init; } = [];

    /// <summary>
    /// Cents that were paid beyond what the paid time is worth (below zero: short of it, by less than a cent): rounding, and
    /// what a downgrade left over. Counts at the next charge.
    /// </summary>
    public decimal Carry { get; init; }

    /// <summary>The change of size that is being made; one at a time.</summary>
    public SizeChangeUnderWay? UnderWay { get; init; }

    /// <summary>How many changes of size were charged: a quote of before one holds no more, even if it was taken back.</summary>
    public int Changes { get; init; }

    /// <summary>Changes of size that were charged in the current period.</summary>
    public ImmutableList<ChargedChange>? ChargedChanges { get; init; }

    /// <summary>The last change that was made, for repeats of its order.</summary>
    public MadeChange? LastChange { get; init; }

    /// <summary>Whom invoices bill; null: the customer as the profile says.</summary>
    public BillTo? BillTo { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DueAt =>
        this switch
        {
            { Order: null } or { EndedAt: not null } => null,
            { UnderWay.RetryAt: { } again } => again,
            { CancelAtEnd: true } => PaidUntil,
            // Its price is not certain before the service tells.
            { UnderWay: not null } => null,
            // The account tells when it is paid, or given up.
            { Open: not null } => null,
            _ => RenewAt,
        };

    [JsonIgnore]
    public SubscriptionStatus Status =>
        this switch
        {
            { EndedAt: not null } => SubscriptionStatus.Ended,
            { StandsStill: true } => SubscriptionStatus.PastDue,
            { CancelAtEnd: true } or { Ends: not null } => SubscriptionStatus.Cancelled,
            _ => SubscriptionStatus.Active,
        };
}

/// <summary>A period whose invoice is issued.</summary>
/// <param name="UntilDay">First day behind it.</param>
internal sealed record BilledPeriod(InvoiceId Invoice, int Period, DateOnly UntilDay)
{
    /// <summary>What is paid with it; null in contracts of before it was kept.</summary>
    public PaidSpan? Span { get; init; }

    /// <summary>What an earlier change had left over and this invoice took off.</summary>
    public Money Rest { get; init; }
}

/// <summary>A price that holds for periods that begin on or after a day.</summary>
internal sealed record PriceChange(Money Price, DateOnly From)
{
    /// <summary>The new price of the whole product that it follows; null for one of the contract alone.</summary>
    public PriceChangeId? Announced { get; init; }

    /// <summary>Whether the period that begins on this day costs it.</summary>
    public bool HoldsOn(DateOnly day) => From <= day;
}

/// <summary>A day on which a contract ends, and the instant.</summary>
internal sealed record PlannedEnd(DateOnly Day, DateTimeOffset At);

/// <summary>An address of the owner's book.</summary>
/// <param name="Address">As it was when it was chosen; counts when it is not in the book any more.</param>
internal sealed record BillTo(AddressId Id, PostalAddress Address);
