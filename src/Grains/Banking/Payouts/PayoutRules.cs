using Elizon.Banking;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>
/// Rules of payouts: requested → exported → done → perhaps returned; or rejected with their file. A payout is in one file
/// for ever: what the bank did not take is requested anew.
/// </summary>
internal static class PayoutRules
{
    public const int MostInFile = 5_000;

    public static Change<BankAccountState> Ordered(
        BankAccountState state,
        BankAccountId account,
        PayoutOrdered order
    ) =>
        new Change<BankAccountState>(state).Record(
            new PayoutRow(
                order.Payout,
                account,
                order.Account,
                null,
                order.Holder,
                order.PayeeIban,
                order.Amount,
                order.Text,
                PayoutStatus.Requested,
                null,
                order.RequestedAt,
                order.RequestedBy,
                null,
                null
            )
        );

    /// <summary>Sends a queued credit back to where it came from.</summary>
    /// <exception cref="Refusal">NotFound; Conflict: it does not wait, is no credit, or names no account to send to.</exception>
    public static Change<BankAccountState> SendBack(
        BankAccountState state,
        BankTransactionRow? row,
        Caller by,
        DateTimeOffset now
    )
    {
        row = QueueDecisions.Waiting(row);
        if (row.Amount <= Money.Zero)
            throw BankingRefusals.NotACredit();
        if (row.OtherIban is not { } iban || string.IsNullOrWhiteSpace(row.OtherName))
            throw BankingRefusals.NoWayBack();
        var payout = new PayoutRow(
            NewId.Derived<PayoutId>($"send-back\n{row.Id}"),
            row.Iban,
            null,
            row.Id,
            row.OtherName,
            iban,
            row.Amount,
            "Ruecksendung Ihrer Ueberweisung / return of your transfer",
            PayoutStatus.Requested,
            null,
            now,
            by.By,
            null,
            null
        );
        var decided = QueueDecisions.Decided(row, BankTransactionStatus.SentBack, by, now) with
        {
            Account = null,
            Payout = payout.Id,
        };
        return new Change<BankAccountState>(state)
            .Record(decided)
            .Record(payout)
            .Record(QueueDecisions.Audit(by, "transfer.sentBack", decided));
    }

    /// <summary>Puts waiting payouts into one file.</summary>
    /// <exception cref="Refusal">Conflict when none waits.</exception>
    public static (Change<BankAccountState> Change, PayoutFileRow File) Export(
        BankAccountState state,
        IReadOnlyList<PayoutRow> waiting,
        PayoutFileId id,
        PaymentOrder order,
        Caller by,
        DateTimeOffset now
    )
    {
        if (waiting.Count == 0)
            throw BankingRefusals.NothingToPay();
        var file = new PayoutFileRow(
            id,
            waiting[0].Iban,
            waiting.Count,
            Money.Sum(waiting.Select(p => p.Amount)),
            order.Write(),
            now,
            by.By
        );
        var change = new Change<BankAccountState>(state)
            .Record(file)
            .Record(waiting.Select(p => p with { Status = PayoutStatus.Exported, File = id }))
            .Record(
                AuditRow.Of(
                    by,
                    "payout.exported",
                    id,
                    null,
                    new() { ["payouts"] = $"{file.Payouts}", ["sum"] = file.Sum.ToString() }
                )
            );
        return (change, file);
    }

    /// <summary>The bank did not take the file: what is in it goes back to the balances. Carried-out payouts keep it from that.</summary>
    /// <exception cref="Refusal">NotFound; Conflict when one of it was carried out.</exception>
    public static Change<BankAccountState> Reject(
        BankAccountState state,
        IReadOnlyList<PayoutRow> inFile,
        Caller by,
        DateTimeOffset now
    )
    {
        if (inFile.Count == 0)
            throw CommonRefusals.NotFound("payout file");
        if (inFile.Any(p => p.Status != PayoutStatus.Exported))
            throw BankingRefusals.FileInUse();
        return inFile.Aggregate(
            new Change<BankAccountState>(state).Record(
                AuditRow.Of(by, "payout.fileRejected", inFile[0].File!.Value)
            ),
            (change, payout) =>
                GiveBack(
                    change.Record(
                        payout with
                        {
                            Status = PayoutStatus.Rejected,
                            SettledAt = now,
                            Reason = by.Reason,
                        }
                    ),
                    payout,
                    atBank: false,
                    by.Reason ?? ""
                )
        );
    }

    /// <summary>The debit of a payout was seen.</summary>
    public static Change<BankAccountState> Done(
        Change<BankAccountState> change,
        PayoutRow payout,
        DateTimeOffset now
    )
    {
        change = change.Record(payout with { Status = PayoutStatus.Done, SettledAt = now });
        return payout.Account is { } account
            ? change.Send(Address.Of(account), new PayoutDone(payout.Id, payout.Amount))
            : change;
    }

    /// <summary>A payout came back.</summary>
    public static Change<BankAccountState> Returned(
        Change<BankAccountState> change,
        PayoutRow payout,
        BankTransaction t,
        DateTimeOffset now
    ) =>
        GiveBack(
            change.Record(
                payout with
                {
                    Status = PayoutStatus.Returned,
                    SettledAt = now,
                    Reason = t.ReturnReason,
                }
            ),
            payout,
            atBank: true,
            t.ReturnReason!
        );

    /// <summary>A transfer that could not be sent back has no balance to go to; it stays visible as a payout that failed.</summary>
    private static Change<BankAccountState> GiveBack(
        Change<BankAccountState> change,
        PayoutRow payout,
        bool atBank,
        string reason
    ) =>
        payout.Account is { } account
            ? change.Send(
                Address.Of(account),
                new PayoutFailed(payout.Id, payout.Amount, atBank, reason)
            )
            : change;
}
