namespace Elizon.Payments;

/// <summary>Refunds by staff. Stateless.</summary>
[Alias("IRefundDesk")]
public interface IRefundDesk : IGrainWithIntegerKey
{
    /// <summary>
    /// Sets the money aside at the account and has the provider pay it back; a refund to the balance is done at once.
    /// </summary>
    /// <exception cref="Refusal">NotFound, Conflict (more than is left), PaymentRequired (the balance does not cover it).</exception>
    [Alias("Refund")]
    Task<RefundView> Refund(PaymentId payment, Money amount, RefundTo to, Caller by);
}

/// <summary>What staff does with a customer's account beside credits. Key: <see cref="AccountId"/>.</summary>
[Alias("IStaffAccount")]
public interface IStaffAccount : IGrainWithStringKey
{
    /// <summary>Takes money from the balance for a reason.</summary>
    /// <exception cref="Refusal">Invalid, PaymentRequired.</exception>
    [Alias("Debit")]
    Task<Elizon.Billing.BalanceView> Debit(Money amount, string reason, Caller by);

    /// <summary>Sets the money of a refund aside and tells the payment.</summary>
    /// <exception cref="Refusal">PaymentRequired, Conflict.</exception>
    [Alias("Refund")]
    Task<RefundView> Refund(RefundOrder order, Caller by);
}

/// <summary>Payments for staff. Stateless.</summary>
[Alias("IPaymentReader")]
public interface IPaymentReader : IGrainWithIntegerKey
{
    /// <summary>Newest first.</summary>
    [Alias("List")]
    Task<PageOf<StaffPaymentSummary>> List(PaymentFilter filter, PageRequest page);

    /// <summary>
    /// Compares the provider's list with ours. With <paramref name="repair"/> every payment that differs is read again.
    /// </summary>
    /// <exception cref="Refusal">Invalid, ProviderDown, Conflict (too many for one go).</exception>
    [Alias("Reconcile")]
    Task<Reconciliation> Reconcile(DateOnly from, DateOnly to, bool repair);
}

/// <summary>Where a payment stands; the words of <see cref="PaymentView.Status"/>.</summary>
[GenerateSerializer, Alias("PaymentStatus")]
public enum PaymentStatus
{
    Open,
    Pending,
    Paid,
    Failed,
    Canceled,
    Expired,
}

/// <summary>All optional.</summary>
[GenerateSerializer, Immutable, Alias("PaymentFilter")]
public sealed record PaymentFilter(
    [property: Id(0)] AccountId? Account,
    [property: Id(1)] PaymentStatus? Status
);

/// <summary>How a payment differs.</summary>
[GenerateSerializer, Alias("PaymentDifferenceKind")]
public enum PaymentDifferenceKind
{
    /// <summary>The provider has it with our intent, we do not know it.</summary>
    UnknownHere,

    /// <summary>We have it, the provider's list does not.</summary>
    MissingThere,
    OtherStatus,
    OtherAmount,

    /// <summary>Refunds or chargebacks sum to something else.</summary>
    OtherMoneyBack,

    /// <summary>The provider has it and it is not ours: made by hand or by another system.</summary>
    Foreign,
}

/// <summary>One difference between the provider's books and ours.</summary>
[GenerateSerializer, Immutable, Alias("PaymentDifference")]
public sealed record PaymentDifference(
    [property: Id(0)] PaymentDifferenceKind Kind,
    [property: Id(1)] string ProviderPayment,
    [property: Id(2)] PaymentId? Payment,
    [property: Id(3)] string Ours,
    [property: Id(4)] string Theirs
);

/// <summary>The provider's list against ours, UTC days, both included.</summary>
/// <param name="Reread">Payments that are being read again.</param>
[GenerateSerializer, Immutable, Alias("Reconciliation")]
public sealed record Reconciliation(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly To,
    [property: Id(2)] int Theirs,
    [property: Id(3)] int Ours,
    [property: Id(4)] PaymentDifference[] Differences,
    [property: Id(5)] int Reread
);
