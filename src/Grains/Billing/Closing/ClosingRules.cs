using System.Globalization;
using Elizon.Banking;
using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Closing;

/// <summary>Rules of closing an account and opening it again (ADR 0046).</summary>
internal static class ClosingRules
{
    /// <exception cref="Refusal">Conflict: the account is closed.</exception>
    public static void GuardOpen(AccountState state)
    {
        if (state.Closed is not null)
            throw ClosingRefusals.Closed();
    }

    /// <summary>What stands in the way, the customer's own doing first. Each is a refusal of its own.</summary>
    public static IEnumerable<Refusal> Obstacles(
        AccountState state,
        ClosingFacts facts,
        DateTimeOffset now
    )
    {
        if (state.Balance < Money.Zero)
            yield return ClosingRefusals.BalanceNegative();
        if (!state.Drafts.IsEmpty)
            yield return ClosingRefusals.OrdersWait();
        if (!state.OpenInvoices.IsEmpty)
            yield return ClosingRefusals.InvoicesOpen();
        if (facts.Contracts > 0)
            yield return ClosingRefusals.ContractsRun();
        if (!state.Undelivered.IsEmpty)
            yield return ClosingRefusals.Undelivered();
        if (facts.Services > 0)
            yield return ClosingRefusals.ServicesRun();
        if (facts.MoneyMoves || TopUps.IsUnderWay(state, now))
            yield return ClosingRefusals.MoneyMoves();
    }

    /// <summary>Closes the account, or pays out what came since; null when it is closed and nothing came.</summary>
    /// <param name="payout">The id of a payout that this makes.</param>
    /// <exception cref="Refusal">See <see cref="IAccountClosing.Close"/>.</exception>
    public static Change<AccountState>? Close(
        AccountState state,
        AccountId account,
        PayoutId payout,
        ClosingRequest request,
        ClosingFacts facts,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        Refusal[] obstacles = [.. Obstacles(state, facts, now)];
        if (obstacles is [var first, ..])
            throw new Refusal(
                first.Kind,
                first.Key,
                first.Message,
                [.. obstacles.Select(o => o.Message)]
            );
        if (state is { Closed: not null, Balance.Cents: 0 })
            return null;
        var ended = End(state, account, by, now);
        var change = PayOut(ended, account, payout, request, by, house, now);
        return change
            .Record(Audit(state, change.Next, account, by, now))
            .Send(SendMail.Box(UserId.Of(account.Value)), Told(account, change.Next));
    }

    /// <summary>Null for an open account.</summary>
    /// <exception cref="Refusal">See <see cref="IAccountClosing.Reopen"/>.</exception>
    public static Change<AccountState>? Reopen(AccountState state, AccountId account, Caller by) =>
        state.Closed switch
        {
            null => null,
            { ByStaff: true } when !by.IsHouse => throw ClosingRefusals.ClosedByStaff(),
            _ => new Change<AccountState>(state with { Closed = null })
                .Record(AuditRow.Of(by, "account.reopened", account, UserId.Of(account.Value)))
                .Send(PayerAddress.Of(account), new KeepMandates()),
        };

    public static ClosingView ToView(AccountState state, ClosingFacts facts, DateTimeOffset now) =>
        new(
            state.Closed is null ? ClosingStatus.Open : ClosingStatus.Closed,
            state.Closed?.Since,
            state.Balance,
            state.Points.At(now),
            [.. Obstacles(state, facts, now).Select(o => new ClosingObstacle(o.Key, o.Message))],
            state.Closed?.Payout is { } payout
                ? new ClosingPayout(
                    payout.Id,
                    payout.Amount,
                    payout.To,
                    facts.Payout ?? PayoutStatus.Requested,
                    payout.RequestedAt,
                    facts.PayoutReason
                )
                : null,
            state.Closed?.ByStaff ?? false
        );

    /// <summary>
    /// All that could collect goes before the balance does: a lower balance starts a top-up (<see cref="TopUps.Start"/>).
    /// </summary>
    private static Change<AccountState> End(
        AccountState state,
        AccountId account,
        Caller by,
        DateTimeOffset now
    )
    {
        var change = new Change<AccountState>(
            state with
            {
                Closed = state.Closed ?? new ClosedAccount(now) { ByStaff = by.IsHouse },
                SavedMethod = null,
                TopUps = TopUps.Stopped(state.TopUps),
            }
        ).EndPoints(account, now);
        return state.Closed is null
            ? change.Send(PayerAddress.Of(account), new GiveUpMandates())
            : change;
    }

    private static Change<AccountState> PayOut(
        Change<AccountState> change,
        AccountId account,
        PayoutId id,
        ClosingRequest request,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        if (change.Next.Balance <= Money.Zero)
            return change;
        var (paid, order) = BalancePayouts.Request(
            change,
            account,
            id,
            request.Iban ?? "",
            request.Holder ?? "",
            by,
            house,
            now
        );
        var payout = new OrderedPayout(id, order.Amount, Iban.Mask(order.PayeeIban), now);
        return paid with
        {
            Next = paid.Next with { Closed = paid.Next.Closed! with { Payout = payout } },
        };
    }

    private static AuditRow Audit(
        AccountState before,
        AccountState after,
        AccountId account,
        Caller by,
        DateTimeOffset now
    ) =>
        AuditRow.Of(
            by,
            before.Closed is null ? "account.closed" : "account.paidOut",
            account,
            UserId.Of(account.Value),
            new()
            {
                ["amount"] = before.Balance.ToString(),
                ["to"] = after.Closed?.Payout?.To ?? "",
                ["points"] = before.Points.At(now).ToString(CultureInfo.InvariantCulture),
            }
        );

    private static SendMail Told(AccountId account, AccountState state) =>
        Mails.AccountClosed(
            UserId.Of(account.Value),
            state.Closed!.Since,
            state.Closed.Payout?.Amount ?? Money.Zero,
            state.Closed.Payout?.To ?? ""
        );
}
