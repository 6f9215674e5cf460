using Elizon.Grains.Outbox;

namespace Elizon.Grains.Banking;

/// <summary>A transfer reached the house for this account. Booked once per transaction, however often it is told.</summary>
/// <param name="Invoice">What the payer or staff named; paid when it is open and the amount covers it, else all goes to the balance.</param>
[MessageName("account.transfer-received")]
public sealed record TransferReceived(BankTransactionId Transfer, Money Amount, InvoiceId? Invoice)
    : Message;

/// <summary>A transfer that was booked goes back to the payer's bank.</summary>
/// <param name="Transfer">The transfer that was booked.</param>
/// <param name="Amount">Positive.</param>
/// <param name="Reason">The bank's code, such as AC04.</param>
[MessageName("account.transfer-returned")]
public sealed record TransferReturned(BankTransactionId Transfer, Money Amount, string Reason)
    : Message;
