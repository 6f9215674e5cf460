using Elizon.Banking;

namespace Elizon.Grains.Banking.Matching;

/// <summary>What a transaction is for.</summary>
/// <param name="Account">Where it belongs; for a queued one the account it may belong to.</param>
/// <param name="Invoice">What it names.</param>
/// <param name="Original">For a return: the credit it takes back.</param>
/// <param name="Reason">For a queued one: why nobody but staff can tell.</param>
internal sealed record Match(
    BankTransactionStatus Status,
    MatchKind? Kind = null,
    AccountId? Account = null,
    InvoiceId? Invoice = null,
    PayoutId? Payout = null,
    BankTransactionId? Original = null,
    string? Reason = null
)
{
    public static readonly Match Unrelated = new(BankTransactionStatus.Unrelated);

    public static Match To(MatchKind kind, AccountId account, InvoiceId? invoice = null) =>
        new(BankTransactionStatus.Matched, kind, account, invoice);

    public static Match Queue(string reason, AccountId? maybe = null) =>
        new(BankTransactionStatus.Queued, Account: maybe, Reason: reason);
}
