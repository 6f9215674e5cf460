namespace Elizon.Grains.Billing.Renewals;

/// <summary>An issued invoice of a period that is not paid in full.</summary>
/// <param name="Total">Tax included.</param>
/// <param name="DueAt">Dunning counts from here.</param>
/// <param name="Autopay">True: whatever money comes in pays it, oldest first.</param>
internal sealed record OpenInvoice(
    InvoiceId Id,
    ServiceId Service,
    int Period,
    ProductId Product,
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

    /// <summary>That payment's money moves: nobody is suspended meanwhile.</summary>
    public bool InFlight { get; init; }

    /// <summary>Counts payments; each has its own id.</summary>
    public int Attempt { get; init; }

    /// <summary>The next stage of the dunning policy.</summary>
    public int Stage { get; init; }

    /// <summary>When that stage comes; null behind the last one.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
