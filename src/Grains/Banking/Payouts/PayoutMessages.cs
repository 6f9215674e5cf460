using Elizon.Grains.Outbox;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>An account took this money off its balance; the bank account pays it with the next file.</summary>
[MessageName("bank.payout-ordered")]
public sealed record PayoutOrdered(
    PayoutId Payout,
    AccountId Account,
    string Holder,
    string PayeeIban,
    Money Amount,
    string Text,
    DateTimeOffset RequestedAt,
    string RequestedBy
) : Message;

/// <summary>The bank carried a payout out.</summary>
[MessageName("account.payout-done")]
public sealed record PayoutDone(PayoutId Payout, Money Amount) : Message;

/// <summary>A payout did not reach its payee: the money goes back to the balance.</summary>
/// <param name="AtBank">True when the bank carried it out first and credited it again; false when it never left.</param>
[MessageName("account.payout-failed")]
public sealed record PayoutFailed(PayoutId Payout, Money Amount, bool AtBank, string Reason)
    : Message;
