using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>An issued invoice that is not paid in full: of a period, by hand, or of anything whose money went back.</summary>
/// <param name="Service">What does not go on when it is never paid; null for an invoice by hand.</param>
/// <param name="Product">Says which policy of dunning holds; null: the house's.</param>
/// <param name="Total">Tax included.</param>
/// <param name="DueAt">Dunning counts from here.</param>
/// <param name="Autopay">True: whatever money comes in pays it, oldest first.</param>
internal sealed record OpenInvoice(
    InvoiceId Id,
    ServiceId? Service,
    int Period,
    ProductId? Product,
    string Name,
    Money Total,
    DateTimeOffset DueAt,
    bool Autopay
)
{
    /// <summary>"de" or "en", as when it was issued.</summary>
    public string Locale { get; init; } = "de";

    /// <summary>The payment at the provider that can still pay it; null when the last one ended.</summary>
    public PaymentId? Payment { get; init; }

    /// <summary>That payment's money moves.</summary>
    public bool InFlight { get; init; }

    /// <summary>A direct debit that was announced and not handed in yet; then it is <see cref="Payment"/>.</summary>
    public AnnouncedDebit? Debit { get; init; }

    /// <summary>Days of the period; null for what is no period, and in accounts of before it was kept.</summary>
    public int? Cycle { get; init; }

    /// <summary>Counts payments; each has its own id.</summary>
    public int Attempt { get; init; }

    /// <summary>The next stage of the dunning policy.</summary>
    public int Stage { get; init; }

    /// <summary>When that stage comes; null behind the last one.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Fees of dunning that are owed beside <see cref="Total"/> and paid with it.</summary>
    public Money Fees { get; init; }

    /// <summary>
    /// 0 for an invoice that was never paid; else counts what was allocated to it before its money went back. Keys of what
    /// happens to it again differ by it.
    /// </summary>
    public int Round { get; init; }

    /// <summary>Further services that its order brought; null without any.</summary>
    public ImmutableList<ServiceId>? Others { get; init; }

    /// <summary>Money for it moves, or its payer was told that it will: nobody is reminded or suspended meanwhile.</summary>
    [JsonIgnore]
    public bool HasMoneyComing => InFlight || Debit is not null;

    /// <summary>What pays it.</summary>
    [JsonIgnore]
    public Money ToPay => Total + Fees;

    /// <summary>It had been paid: what it charges was or is delivered.</summary>
    [JsonIgnore]
    public bool Reopened => Round > 0;

    /// <summary>Unique for each time that it is to be paid.</summary>
    [JsonIgnore]
    public string Key => Round == 0 ? Id.Value : $"{Id}/{Round}";

    [JsonIgnore]
    public IEnumerable<ServiceId> Services => Service is { } first ? [first, .. Others ?? []] : [];
}
