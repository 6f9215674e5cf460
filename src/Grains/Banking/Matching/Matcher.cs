using Elizon.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Payouts;

namespace Elizon.Grains.Banking.Matching;

/// <summary>
/// Whose money it is. First the customer's reference, then its short form, then the number of an open invoice with the
/// exact amount, then a known payer with the exact amount of one open thing; all else waits for staff (payments sheet,
/// section 7). A hint that points to two customers decides nothing.
/// </summary>
internal static class Matcher
{
    public static Match Decide(BankTransaction t, Mentions mentions, Candidates known) =>
        (t.Amount > Money.Zero, t.ReturnReason) switch
        {
            (true, null) => Credit(t, mentions, known),
            (true, _) => PayoutBack(t, known),
            (false, null) => Debit(t, known),
            (false, _) => Return(t, known),
        };

    private static Match Credit(BankTransaction t, Mentions mentions, Candidates known) =>
        ByReference(MatchKind.Reference, mentions.References.Select(r => r[4..]), mentions, known)
        ?? ByReference(MatchKind.ShortReference, mentions.Shorts, mentions, known)
        ?? ByNumber(t, mentions, known)
        ?? ByPayer(t, known)
        ?? Match.Queue(
            mentions.Wrong.IsEmpty
                ? "Nothing in it names a customer."
                : "A reference with wrong check digits.",
            Maybe(mentions, known)
        );

    private static Match? ByReference(
        MatchKind kind,
        IEnumerable<string> bodies,
        Mentions mentions,
        Candidates known
    )
    {
        AccountId[] accounts =
        [
            .. bodies
                .Where(known.References.ContainsKey)
                .Select(b => known.References[b])
                .Distinct(),
        ];
        return accounts switch
        {
            [] => null,
            [var account] => Match.To(kind, account, Named(account, mentions, known)),
            _ => Match.Queue("It names more than one customer."),
        };
    }

    /// <summary>The one invoice of this customer that the text names.</summary>
    private static InvoiceId? Named(AccountId account, Mentions mentions, Candidates known)
    {
        OpenThing[] named =
        [
            .. mentions
                .Numbers.Where(known.Invoices.ContainsKey)
                .Select(n => known.Invoices[n])
                .Where(i => i.Account == account),
        ];
        return named is [var one] ? one.Id : null;
    }

    private static Match? ByNumber(BankTransaction t, Mentions mentions, Candidates known)
    {
        OpenThing[] named =
        [
            .. mentions.Numbers.Where(known.Invoices.ContainsKey).Select(n => known.Invoices[n]),
        ];
        return named switch
        {
            [] => null,
            [var one] when one.Outstanding == t.Amount => Match.To(
                MatchKind.InvoiceNumber,
                one.Account,
                one.Id
            ),
            [var one] => Match.Queue(
                one.Outstanding > Money.Zero
                    ? $"It names an invoice of which {one.Outstanding} EUR are open."
                    : "It names an invoice that is paid.",
                one.Account
            ),
            _ => Match.Queue("It names more than one invoice."),
        };
    }

    private static Match? ByPayer(BankTransaction t, Candidates known)
    {
        if (t.OtherIban is null || known.Payers.GetValueOrDefault(t.OtherIban) is not [var account])
            return null;
        OpenThing[] open =
        [
            .. known.Open.GetValueOrDefault(account, []).Where(o => o.Outstanding == t.Amount),
        ];
        return open is [var one]
            ? Match.To(MatchKind.KnownPayer, account, one.Id)
            : Match.Queue("A known payer, but not one open thing of this amount.", account);
    }

    private static AccountId? Maybe(Mentions mentions, Candidates known) =>
        mentions
            .Wrong.Select(w => w[4..])
            .Where(known.References.ContainsKey)
            .Select(w => (AccountId?)known.References[w])
            .FirstOrDefault();

    /// <summary>A credit that takes back an earlier debit: a payout that could not be delivered.</summary>
    private static Match PayoutBack(BankTransaction t, Candidates known) =>
        Payout(t, known) switch
        {
            { Status: PayoutStatus.Done } payout when payout.Amount == t.Amount => new Match(
                BankTransactionStatus.Matched,
                MatchKind.PayoutReturned,
                payout.Account,
                Payout: payout.Id
            ),
            { } payout => Match.Queue(
                "A payout comes back that was not carried out, or with another amount.",
                payout.Account
            ),
            null => Match.Queue("Something comes back that is no payout."),
        };

    private static Match Debit(BankTransaction t, Candidates known) =>
        Payout(t, known) switch
        {
            { Status: PayoutStatus.Exported } payout when payout.Amount == -t.Amount => new Match(
                BankTransactionStatus.Matched,
                MatchKind.PayoutDone,
                payout.Account,
                Payout: payout.Id
            ),
            { } payout => Match.Queue(
                "A debit for a payout that does not wait for it, or with another amount.",
                payout.Account
            ),
            null => Match.Unrelated,
        };

    private static PayoutRow? Payout(BankTransaction t, Candidates known) =>
        t.EndToEndId is { } id ? known.Payouts.GetValueOrDefault(id) : null;

    /// <summary>Exactly one earlier credit of this amount, by the reference of the payer, else by where it came from.</summary>
    private static Match Return(BankTransaction t, Candidates known)
    {
        EarlierCredit[] same = [.. known.Credits.Where(c => c.Amount == -t.Amount)];
        EarlierCredit[] found =
        [
            .. same.Where(c => t.EndToEndId is not null && c.EndToEndId == t.EndToEndId),
        ];
        if (found.Length == 0)
            found = [.. same.Where(c => t.OtherIban is not null && c.OtherIban == t.OtherIban)];
        return found switch
        {
            [{ Account: { } account } credit] => new Match(
                BankTransactionStatus.Matched,
                MatchKind.Return,
                account,
                Original: credit.Id
            ),
            [] => Match.Queue("The credit that comes back is not known."),
            [_] => Match.Queue("The credit that comes back was never booked for a customer."),
            _ => Match.Queue("More than one credit could be the one that comes back."),
        };
    }
}
