using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing.ManualInvoices;

/// <summary>Rules of invoices by hand until they are finalised.</summary>
internal static class ManualDrafting
{
    public const int MostDrafts = 50;

    /// <exception cref="Refusal">Invalid; Conflict: too many drafts.</exception>
    public static Change<AccountState> Write(
        AccountState state,
        AccountId account,
        InvoiceId id,
        ManualInvoice invoice,
        BillingProfile buyer,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        ManualLimits.Check(invoice);
        if (state.ManualDrafts.Count >= MostDrafts)
            throw BillingRefusals.TooManyDrafts(MostDrafts);
        var shown = ManualContent.Of(invoice, account, buyer, house.DayOf(now), house);
        var draft = new ManualDraft(id, invoice, shown, now, now);
        return Put(state, account, draft).Record(Audit("invoice.drafted", draft, account, by));
    }

    /// <exception cref="Refusal">Invalid.</exception>
    public static Change<AccountState> Rewrite(
        AccountState state,
        AccountId account,
        ManualDraft draft,
        ManualInvoice invoice,
        BillingProfile buyer,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        ManualLimits.Check(invoice);
        var next = draft with
        {
            Invoice = invoice,
            Shown = ManualContent.Of(invoice, account, buyer, house.DayOf(now), house),
            Touched = now,
        };
        return Put(state, account, next).Record(Audit("invoice.redrafted", next, account, by));
    }

    public static Change<AccountState> Discard(
        AccountState state,
        AccountId account,
        ManualDraft draft,
        Caller by,
        DateTimeOffset now
    ) =>
        Drop(new Change<AccountState>(state), account, draft, now)
            .Record(Audit("invoice.discarded", draft, account, by));

    /// <summary>Lets drafts go that nobody touched for long; null when there is none.</summary>
    public static Change<AccountState>? Lapse(
        AccountState state,
        AccountId account,
        DateTimeOffset now
    )
    {
        var over = state.ManualDrafts.Values.Where(d => d.LapsesAt <= now).ToArray();
        return over.Length == 0
            ? null
            : over.Aggregate(new Change<AccountState>(state), (c, d) => Drop(c, account, d, now));
    }

    /// <summary>The state without a draft.</summary>
    public static AccountState Without(AccountState state, ManualDraft draft) =>
        state with
        {
            ManualDrafts = state.ManualDrafts.Remove(draft.Id),
        };

    public static AuditRow Audit(string deed, ManualDraft draft, AccountId account, Caller by) =>
        AuditRow.Of(
            by,
            deed,
            draft.Id,
            UserId.Of(account.Value),
            new() { ["amount"] = draft.Shown.Sum.Gross.ToString() }
        );

    private static Change<AccountState> Drop(
        Change<AccountState> change,
        AccountId account,
        ManualDraft draft,
        DateTimeOffset now
    ) =>
        (change with { Next = Without(change.Next, draft) }).Record(
            draft.Row(account) with
            {
                LapsedAt = now,
            }
        );

    private static Change<AccountState> Put(
        AccountState state,
        AccountId account,
        ManualDraft draft
    ) =>
        new Change<AccountState>(
            state with
            {
                ManualDrafts = state.ManualDrafts.SetItem(draft.Id, draft),
            }
        ).Record(draft.Row(account));
}
