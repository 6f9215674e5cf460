using Elizon.Banking;

namespace Elizon.Grains.Banking;

/// <summary>From rows to what staff see.</summary>
internal static class BankRowViews
{
    public static StatementView ToView(this BankStatementRow row) =>
        new(
            row.Iban.Value,
            row.Number,
            row.Opening,
            row.OpeningOn,
            row.Closing,
            row.ClosingOn,
            row.Transactions,
            row.Pending,
            row.Known,
            0,
            0,
            Gap: false,
            StatementOutcome.Taken,
            []
        );

    public static BankTransactionView ToView(this BankTransactionRow row) =>
        new(
            row.Id,
            row.Amount,
            row.BookedOn,
            row.OtherName,
            row.OtherIban,
            row.Text,
            row.CreditorReference,
            row.EndToEndId,
            row.ReturnReason,
            row.Status,
            row.MatchedBy,
            row.Account,
            row.Invoice,
            row.Payout,
            row.Reason,
            row.DecidedBy
        );
}
