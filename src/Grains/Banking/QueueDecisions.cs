using Elizon.Banking;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking;

/// <summary>Rules of what staff decide about transactions that wait; each with its reason in the audit.</summary>
internal static class QueueDecisions
{
    /// <summary>A credit is booked for the account, once for ever by the transaction's id.</summary>
    /// <exception cref="Refusal">NotFound; Conflict: it does not wait, or is money that went.</exception>
    public static Change<BankAccountState> Assign(
        BankAccountState state,
        BankTransactionRow? row,
        AccountId account,
        InvoiceId? invoice,
        Caller by,
        DateTimeOffset now
    )
    {
        row = Waiting(row);
        if (row.Amount <= Money.Zero)
            throw BankingRefusals.NotACredit();
        var decided = Decided(row, BankTransactionStatus.Matched, by, now) with
        {
            MatchedBy = MatchKind.Staff,
            Account = account,
            Invoice = invoice,
        };
        return new Change<BankAccountState>(state)
            .Record(decided)
            .Record(Audit(by, "transfer.assigned", decided))
            .Send(Address.Of(account), new TransferReceived(row.Id, row.Amount, invoice));
    }

    /// <exception cref="Refusal">NotFound; Conflict: it does not wait.</exception>
    public static Change<BankAccountState> Ignore(
        BankAccountState state,
        BankTransactionRow? row,
        Caller by,
        DateTimeOffset now
    )
    {
        var decided = Decided(Waiting(row), BankTransactionStatus.Ignored, by, now) with
        {
            Account = null,
            Invoice = null,
        };
        return new Change<BankAccountState>(state)
            .Record(decided)
            .Record(Audit(by, "transfer.ignored", decided));
    }

    internal static BankTransactionRow Waiting(BankTransactionRow? row) =>
        row switch
        {
            null => throw CommonRefusals.NotFound("bank transaction"),
            { Status: BankTransactionStatus.Queued } => row,
            _ => throw BankingRefusals.NotQueued(),
        };

    internal static BankTransactionRow Decided(
        BankTransactionRow row,
        BankTransactionStatus status,
        Caller by,
        DateTimeOffset now
    ) => row with { Status = status, Reason = by.Reason, DecidedAt = now, DecidedBy = by.By };

    internal static AuditRow Audit(Caller by, string action, BankTransactionRow row) =>
        AuditRow.Of(
            by,
            action,
            row.Id,
            row.Account is { } account ? UserId.Of(account.Value) : null,
            new() { ["amount"] = row.Amount.ToString(), ["invoice"] = row.Invoice?.Value ?? "" }
        );
}
