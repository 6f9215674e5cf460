using System.Globalization;
using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Receipts;

/// <summary>Rules of receipts for money that comes onto a balance from outside (ADR 0039).</summary>
internal static class TopUpReceipts
{
    /// <summary>The word of money that came to the house's bank account.</summary>
    public const string BankTransfer = "banktransfer";

    /// <summary>Receipts what a movement that was booked brought to the balance; nothing where it brought nothing, or the house gives no receipts.</summary>
    /// <param name="method">See <see cref="TopUpReceiptView.Method"/>.</param>
    /// <param name="payer">Null when nobody is known: the money came all the same.</param>
    public static Change<AccountState> Receipt(
        this Change<AccountState> change,
        AccountId account,
        Movement movement,
        string method,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        var amount = movement.On(LedgerName.Balance);
        if (!house.Terms.TopUpReceipts || amount <= Money.Zero)
            return change;
        var count = change.Next.TopUpReceipts + 1;
        var content = new TopUpReceiptContent(
            NumberOf(account, count),
            InvoiceWords.LanguageOf(payer?.Locale ?? InvoiceWords.German),
            house.Terms.Seller,
            payer is null ? null : OrderContent.PartyOf(payer),
            account.Value,
            "EUR",
            amount,
            method,
            now,
            house.DayOf(now)
        );
        return (change with { Next = change.Next with { TopUpReceipts = count } }).Record(
            new TopUpReceiptRow(
                NewId.Derived<TopUpReceiptId>($"{account}\n{movement.Effect}"),
                account,
                content.Number,
                movement.Effect,
                amount,
                method,
                now,
                content.ReceivedOn,
                content.ToText()
            )
        );
    }

    /// <summary>The number of the receipt that this change makes; null when it makes none.</summary>
    public static string? ReceiptNumber(this Change<AccountState> change) =>
        change.Rows.Select(r => r.Row).OfType<TopUpReceiptRow>().SingleOrDefault()?.Number;

    /// <summary>The account's part is that of its creditor reference: customers know it, and no two share it.</summary>
    private static string NumberOf(AccountId account, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"GB-{PayerReference.Of(account)[^PayerReference.BodyLength..]}-{count:0000}"
        );
}
