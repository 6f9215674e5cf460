using System.Collections.Immutable;
using Elizon.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Payouts;

namespace Elizon.Grains.Banking.Matching;

/// <summary>What the tables know of the transactions of one statement, read before the rule decides.</summary>
internal sealed record Candidates(
    IReadOnlyDictionary<string, AccountId> References,
    IReadOnlyDictionary<string, OpenThing> Invoices,
    IReadOnlyDictionary<string, AccountId[]> Payers,
    IReadOnlyDictionary<AccountId, OpenThing[]> Open,
    ImmutableList<EarlierCredit> Credits,
    ImmutableDictionary<string, PayoutRow> Payouts
)
{
    /// <summary>What is known after a transaction of the same statement: a credit can come back on the same day.</summary>
    public Candidates After(BankTransaction t, Match match) =>
        match.Kind switch
        {
            MatchKind.Return => this with
            {
                Credits = Credits.RemoveAll(c => c.Id == match.Original),
            },
            MatchKind.PayoutDone or MatchKind.PayoutReturned => this with
            {
                Payouts = Payouts.SetItem(
                    t.EndToEndId!,
                    Payouts[t.EndToEndId!] with
                    {
                        Status =
                            match.Kind == MatchKind.PayoutDone
                                ? PayoutStatus.Done
                                : PayoutStatus.Returned,
                    }
                ),
            },
            _ when t.Amount > Money.Zero => this with
            {
                Credits = Credits.Add(
                    new EarlierCredit(
                        t.Id,
                        match.Status == BankTransactionStatus.Matched ? match.Account : null,
                        t.Amount,
                        t.EndToEndId,
                        t.OtherIban
                    )
                ),
            },
            _ => this,
        };
}

/// <summary>A draft or an invoice, and what is still to be paid of it.</summary>
internal sealed record OpenThing(InvoiceId Id, AccountId Account, Money Outstanding);

/// <summary>A transfer that was booked for an account and not taken back yet.</summary>
internal sealed record EarlierCredit(
    BankTransactionId Id,
    AccountId? Account,
    Money Amount,
    string? EndToEndId,
    string? OtherIban
);
