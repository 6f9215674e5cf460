using System.Collections.Immutable;
using Elizon.Banking;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking;

/// <summary>The end of the latest statement of an account.</summary>
internal sealed record StatementEnd(Money Closing, DateOnly ClosingOn);

/// <summary>What taking a statement does.</summary>
internal sealed record Import(Change<BankAccountState> Change, StatementView View);

/// <summary>Rules of taking a statement that is sound and not known.</summary>
internal static class StatementImport
{
    /// <summary>
    /// Transactions that no earlier statement told. Without a reference of the bank two real transfers of one day look
    /// the same; where this statement begins exactly at the end of the latest one, nothing in it can have been told, so
    /// they get ids of their own.
    /// </summary>
    public static BankTransaction[] Fresh(
        BankStatement statement,
        StatementEnd? latest,
        IReadOnlySet<BankTransactionId> known
    )
    {
        var follows =
            latest is not null
            && statement.Opening == latest.Closing
            && statement.OpeningOn >= latest.ClosingOn;
        return
        [
            .. statement
                .Transactions.Select(t =>
                    follows && t.Reference is null && known.Contains(t.Id)
                        ? t with
                        {
                            Id = NewId.Derived<BankTransactionId>($"{t.Id}\n{statement.Number}"),
                        }
                        : t
                )
                .Where(t => !known.Contains(t.Id)),
        ];
    }

    public static Import Take(
        BankAccountState state,
        BankAccountId account,
        BankStatement statement,
        BankTransaction[] fresh,
        StatementEnd? latest,
        Func<BankTransaction, Mentions> mentions,
        Candidates candidates,
        Caller by,
        DateTimeOffset now
    )
    {
        var change = new Change<BankAccountState>(state with { Statements = state.Statements + 1 });
        var rows = ImmutableArray.CreateBuilder<BankTransactionRow>(fresh.Length);
        foreach (var t in fresh)
        {
            var match = Matcher.Decide(t, mentions(t), candidates);
            var row = BankTransactionRow.Of(account, statement.Id, t, match, now);
            rows.Add(row);
            change = Tell(change.Record(row), t, match, candidates, now);
            candidates = candidates.After(t, match);
        }
        var head = Head(account, statement, fresh.Length, by, now);
        return new Import(
            change.Record(head).Record(Audited(head, rows, by)),
            View(head, rows, latest)
        );
    }

    private static Change<BankAccountState> Tell(
        Change<BankAccountState> change,
        BankTransaction t,
        Match match,
        Candidates candidates,
        DateTimeOffset now
    ) =>
        (match.Kind, match.Account) switch
        {
            (MatchKind.PayoutDone, _) => PayoutRules.Done(
                change,
                candidates.Payouts[t.EndToEndId!],
                now
            ),
            (MatchKind.PayoutReturned, _) => PayoutRules.Returned(
                change,
                candidates.Payouts[t.EndToEndId!],
                t,
                now
            ),
            (MatchKind.Return, { } account) => change.Send(
                Address.Of(account),
                new TransferReturned(match.Original!.Value, -t.Amount, t.ReturnReason!)
            ),
            (
                MatchKind.Reference
                    or MatchKind.ShortReference
                    or MatchKind.InvoiceNumber
                    or MatchKind.KnownPayer,
                { } account
            ) => change.Send(
                Address.Of(account),
                new TransferReceived(t.Id, t.Amount, match.Invoice)
            ),
            _ => change,
        };

    private static BankStatementRow Head(
        BankAccountId account,
        BankStatement s,
        int fresh,
        Caller by,
        DateTimeOffset now
    ) =>
        new(
            s.Id,
            account,
            s.Number,
            s.Opening,
            s.OpeningOn,
            s.Closing,
            s.ClosingOn,
            s.Transactions.Length,
            s.Pending,
            s.Transactions.Length - fresh,
            now,
            by.By
        );

    private static AuditRow Audited(
        BankStatementRow head,
        IReadOnlyCollection<BankTransactionRow> rows,
        Caller by
    ) =>
        AuditRow.Of(
            by,
            "bank.statementImported",
            head.Iban,
            null,
            new()
            {
                ["statement"] = head.Number,
                ["new"] = $"{rows.Count}",
                ["queued"] = $"{rows.Count(r => r.Status == BankTransactionStatus.Queued)}",
            }
        );

    private static StatementView View(
        BankStatementRow head,
        IReadOnlyCollection<BankTransactionRow> rows,
        StatementEnd? latest
    ) =>
        head.ToView() with
        {
            Matched = rows.Count(r => r.Status == BankTransactionStatus.Matched),
            Queued = rows.Count(r => r.Status == BankTransactionStatus.Queued),
            // Older days after newer ones, or days told before, prove no gap; the list shows the final picture.
            Gap =
                latest is not null
                && head.OpeningOn >= latest.ClosingOn
                && head.Opening != latest.Closing
                && head.Known == 0,
        };
}
