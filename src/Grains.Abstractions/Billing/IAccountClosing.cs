using Elizon.Banking;

namespace Elizon.Billing;

/// <summary>Whether a customer's account takes part in trade.</summary>
[GenerateSerializer, Alias("ClosingStatus")]
public enum ClosingStatus
{
    Open,

    /// <summary>No orders, top-ups or saved methods; invoices and receipts stay readable.</summary>
    Closed,
}

/// <summary>What keeps an account from being closed.</summary>
/// <param name="Key">The error key that closing is refused with, such as "account.contractsRun".</param>
/// <param name="Message">One sentence.</param>
[GenerateSerializer, Immutable, Alias("ClosingObstacle")]
public sealed record ClosingObstacle(
    [property: Id(0)] string Key,
    [property: Id(1)] string Message
);

/// <summary>The last payout of a closed account.</summary>
/// <param name="To">First and last four characters of the account number.</param>
/// <param name="Reason">Why it failed: the bank's code, or staff's words.</param>
[GenerateSerializer, Immutable, Alias("ClosingPayout")]
public sealed record ClosingPayout(
    [property: Id(0)] PayoutId Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] string To,
    [property: Id(3)] PayoutStatus Status,
    [property: Id(4)] DateTimeOffset RequestedAt,
    [property: Id(5)] string? Reason
);

/// <summary>How an account stands, and what closing it would do now.</summary>
/// <param name="Balance">What would be paid out, in euros; below zero it stands in the way.</param>
/// <param name="Points">NetPoints that would end.</param>
/// <param name="Obstacles">Empty: it can be closed.</param>
/// <param name="Payout">Null while open, and where nothing was there to pay out.</param>
/// <param name="ByStaff">Staff closed it: the customer cannot open it again.</param>
[GenerateSerializer, Immutable, Alias("ClosingView")]
public sealed record ClosingView(
    [property: Id(0)] ClosingStatus Status,
    [property: Id(1)] DateTimeOffset? ClosedAt,
    [property: Id(2)] Money Balance,
    [property: Id(3)] int Points,
    [property: Id(4)] ClosingObstacle[] Obstacles,
    [property: Id(5)] ClosingPayout? Payout,
    [property: Id(6)] bool ByStaff = false
);

/// <summary>Close this account. Account number and holder are needed when there is a balance. Personal data.</summary>
/// <param name="Confirmed">False: nothing is changed, the answer says what would be.</param>
[GenerateSerializer, Immutable, Alias("ClosingRequest")]
public sealed record ClosingRequest(
    [property: Id(0)] string? Iban,
    [property: Id(1)] string? Holder,
    [property: Id(2)] bool Confirmed
)
{
    public override string ToString() => nameof(ClosingRequest);
}

/// <summary>Closing a customer's account and opening it again. Key: <see cref="AccountId"/>.</summary>
[Alias("IAccountClosing")]
public interface IAccountClosing : IGrainWithStringKey
{
    [Alias("Show")]
    Task<ClosingView> Show();

    /// <summary>
    /// Pays the whole balance out, ends points and automatic top-ups, gives up saved methods. A closed account with money that
    /// came since is paid out again; without any, nothing happens.
    /// </summary>
    /// <exception cref="Refusal">Invalid: account number or holder; Conflict: the first obstacle, all of them as sentences.</exception>
    [Alias("Close")]
    Task<ClosingView> Close(ClosingRequest request, Caller by);

    /// <summary>Nothing happens to an open account. What was paid out and ended stays so.</summary>
    /// <exception cref="Refusal">Forbidden to the customer when staff closed it.</exception>
    [Alias("Reopen")]
    Task<ClosingView> Reopen(Caller by);

    /// <summary>For desks that start something beside the account.</summary>
    /// <exception cref="Refusal">Conflict: the account is closed.</exception>
    [Alias("GuardOpen")]
    Task GuardOpen();
}

/// <summary>What stands in the way of closing, and what a closed account refuses.</summary>
public static class ClosingRefusals
{
    public static Refusal Closed() =>
        new(RefusalKind.Conflict, "account.closed", "The account is closed. Open it again first.");

    public static Refusal ClosedByStaff() =>
        new(
            RefusalKind.Forbidden,
            "account.closedByStaff",
            "We closed this account. Please write to us to open it again."
        );

    public static Refusal BalanceNegative() =>
        new(
            RefusalKind.Conflict,
            "account.balanceNegative",
            "The balance is below zero. Settle it first."
        );

    public static Refusal OrdersWait() =>
        new(
            RefusalKind.Conflict,
            "account.ordersWait",
            "Orders wait for their payment. Pay them or let them lapse first."
        );

    public static Refusal Undelivered() =>
        new(
            RefusalKind.Conflict,
            "account.undelivered",
            "Something that is paid is being set up. Wait until it is there."
        );

    public static Refusal InvoicesOpen() =>
        new(RefusalKind.Conflict, "account.invoicesOpen", "Invoices are open. Pay them first.");

    public static Refusal ContractsRun() =>
        new(
            RefusalKind.Conflict,
            "account.contractsRun",
            "Contracts run. Cancel them and wait for their end."
        );

    public static Refusal ServicesRun() =>
        new(
            RefusalKind.Conflict,
            "account.servicesRun",
            "Services are not deleted yet. Wait for their end."
        );

    public static Refusal MoneyMoves() =>
        new(
            RefusalKind.Conflict,
            "account.moneyMoves",
            "A payment or a refund is on its way. Wait until it arrives or fails."
        );
}
