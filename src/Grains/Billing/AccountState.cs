using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Billing;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Billing.ManualInvoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>What is open on a customer's account; everything settled is rows.</summary>
internal sealed record AccountState : IDueState
{
    /// <summary>The sum of the account's entries on the ledger "balance".</summary>
    public Money Balance { get; init; }

    /// <summary>Orders that wait for their payment.</summary>
    public ImmutableDictionary<InvoiceId, Draft> Drafts { get; init; } =
        ImmutableDictionary<InvoiceId, Draft>.Empty;

    /// <summary>Paid pieces whose service was neither delivered nor given back.</summary>
    public ImmutableDictionary<ServiceId, SoldUnit> Undelivered { get; init; } =
        ImmutableDictionary<ServiceId, SoldUnit>.Empty;

    /// <summary>What collections use; null: nothing can be collected without the customer.</summary>
    public SavedMethod? SavedMethod { get; init; }

    public AutoTopUpState TopUps { get; init; } = new();

    public PointsState Points { get; init; } = new();

    /// <summary>How the customer wants invoices.</summary>
    public InvoiceSettings Invoicing { get; init; } = new();

    /// <summary>Issued invoices of periods that are not paid in full.</summary>
    public ImmutableDictionary<InvoiceId, OpenInvoice> OpenInvoices { get; init; } =
        ImmutableDictionary<InvoiceId, OpenInvoice>.Empty;

    /// <summary>Counts the receipts for ever; each has the next number.</summary>
    public int TopUpReceipts { get; init; }

    /// <summary>Invoices that staff is writing.</summary>
    public ImmutableDictionary<InvoiceId, ManualDraft> ManualDrafts { get; init; } =
        ImmutableDictionary<InvoiceId, ManualDraft>.Empty;

    /// <summary>Null while it is open.</summary>
    public ClosedAccount? Closed { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DueAt =>
        Drafts
            .Values.Select(draft => (DateTimeOffset?)draft.LapsesAt)
            .Concat(OpenInvoices.Values.Select(open => open.NextAt))
            .Concat(OpenInvoices.Values.Select(open => open.Debit?.At))
            .Concat(ManualDrafts.Values.Select(draft => (DateTimeOffset?)draft.LapsesAt))
            .Append(Points.NextExpiry)
            .Min();
}
