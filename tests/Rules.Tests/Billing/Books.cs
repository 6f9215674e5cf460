using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What the database does for an account, in memory: rows are kept, a second booking of an effect aborts the commit, numbers rise.</summary>
internal sealed class Books
{
    private readonly HashSet<(string Effect, int Side)> _effects = [];
    private readonly Dictionary<string, int> _series = [];

    public AccountState State { get; private set; } = new();

    public List<LedgerRow> Ledger { get; } = [];

    public List<Message> Messages { get; } = [];

    public Dictionary<InvoiceId, IssuedDocument> Documents { get; } = [];

    public Dictionary<InvoiceId, InvoiceRow> Invoices { get; } = [];

    public Dictionary<ServiceId, SoldUnitRow> Units { get; } = [];

    public List<AllocationRow> Allocations { get; } = [];

    public List<PointRow> Points { get; } = [];

    public List<AuditRow> Audits { get; } = [];

    /// <summary>False when nothing was written.</summary>
    public bool Commit(Change<AccountState>? change)
    {
        if (change is null)
            return false;
        var entries = change.Rows.Select(r => r.Row).OfType<LedgerRow>().ToArray();
        if (entries.Any(e => _effects.Contains((e.Effect, e.Side))))
            return false;
        // What is not stored must not be needed: the state goes through its stored form.
        State = Json.Read<AccountState>(Json.Write(change.Next));
        Ledger.AddRange(entries);
        _effects.UnionWith(entries.Select(e => (e.Effect, e.Side)));
        Messages.AddRange(change.Messages.Select(m => m.Message));
        Keep(change);
        return true;
    }

    public Money Booked(string ledger) =>
        Money.Sum(Ledger.Where(e => e.Ledger == ledger).Select(e => e.Amount));

    /// <summary>A document with what was taken from it and paid for it, as the database would find it.</summary>
    public CorrectedInvoice Corrected(InvoiceId id) =>
        CorrectedInvoice.Of(
            Documents[id],
            Documents.Values.Where(d => d.Content.Corrects?.Id == id).Select(d => d.Content),
            Money.Sum(Allocations.Where(a => a.Invoice == id).Select(a => a.Amount))
        );

    private void Keep(Change<AccountState> change)
    {
        foreach (var (row, _) in change.Rows)
            switch (row)
            {
                case InvoiceRow invoice:
                    Invoices[invoice.Id] = invoice;
                    break;
                case SoldUnitRow unit:
                    Units[unit.Service] = unit;
                    break;
                case AllocationRow allocation:
                    Allocations.Add(allocation);
                    break;
                case AuditRow audit:
                    Audits.Add(audit);
                    break;
                case PointRow points:
                    Assert.DoesNotContain(Points, p => p.Key == points.Key);
                    Points.Add(points);
                    break;
            }
        if (change.Numbering?.Document is not DocumentRow document)
            return;
        var number = _series[document.Series] = _series.GetValueOrDefault(document.Series) + 1;
        Documents.Add(
            document.Id,
            new IssuedDocument(
                document.Id,
                $"{document.Series}-{number:000000}",
                document.IssuedAt,
                InvoiceContent.Parse(document.Content)
            )
        );
    }
}
