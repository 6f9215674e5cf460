namespace Elizon.Banking;

/// <summary>What became of a bank transaction.</summary>
[GenerateSerializer, Alias("BankTransactionStatus")]
public enum BankTransactionStatus
{
    /// <summary>Its account was told.</summary>
    Matched,

    /// <summary>Waits for staff.</summary>
    Queued,

    /// <summary>Money of the house that concerns no customer, such as a fee.</summary>
    Unrelated,

    /// <summary>Staff decided that it concerns no customer.</summary>
    Ignored,

    /// <summary>Staff sends it back to where it came from.</summary>
    SentBack,
}

/// <summary>How a transaction found its account.</summary>
[GenerateSerializer, Alias("MatchKind")]
public enum MatchKind
{
    /// <summary>The customer's creditor reference.</summary>
    Reference,

    /// <summary>The reference without "RF" and check digits.</summary>
    ShortReference,

    /// <summary>The number of an open invoice, and exactly what is open of it.</summary>
    InvoiceNumber,

    /// <summary>Money came from this account number for one customer only, and exactly one thing of that amount is open.</summary>
    KnownPayer,

    /// <summary>Takes back an earlier credit.</summary>
    Return,

    /// <summary>A payout was carried out.</summary>
    PayoutDone,

    /// <summary>A payout came back.</summary>
    PayoutReturned,

    /// <summary>Staff assigned it.</summary>
    Staff,
}
