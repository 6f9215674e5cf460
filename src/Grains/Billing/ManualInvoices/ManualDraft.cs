using System.Text.Json.Serialization;
using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;

namespace Elizon.Grains.Billing.ManualInvoices;

/// <summary>An invoice that staff is writing.</summary>
/// <param name="Shown">What the document would say if it were issued on the day the draft was touched.</param>
/// <param name="Written">When it was begun.</param>
/// <param name="Touched">When it was changed last; it lapses by that.</param>
internal sealed record ManualDraft(
    InvoiceId Id,
    ManualInvoice Invoice,
    InvoiceContent Shown,
    DateTimeOffset Written,
    DateTimeOffset Touched
)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(60);

    [JsonIgnore]
    public DateTimeOffset LapsesAt => Touched + Life;

    public InvoiceRow Row(AccountId account) =>
        InvoiceRow.Of(Id, account, null, InvoiceKind.Invoice, Shown.Sum, Written) with
        {
            Content = Shown.ToText(),
        };
}
