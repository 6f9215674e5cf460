using System.Collections.Immutable;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Billing.AutoTopUps;

/// <summary>When a balance is topped up by itself, and when that stops (payments sheet, section 4).</summary>
internal static class TopUps
{
    private const int MostFailures = 3;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>A direct debit takes days; after so long nothing is under way any more, whatever was told.</summary>
    private static readonly TimeSpan LongestUnderWay = TimeSpan.FromDays(30);

    /// <summary>A chargeback says that the customer's bank will not have it.</summary>
    public const string ChargedBack = "charged_back";

    /// <summary>The customer has closed the account.</summary>
    public const string AccountClosed = "account_closed";

    /// <summary>Called with every lower balance, never otherwise: starts at most one top-up at a time.</summary>
    public static Change<AccountState> Start(
        Change<AccountState> change,
        AccountId account,
        DateTimeOffset now
    )
    {
        var state = change.Next;
        var tops = state.TopUps;
        if (
            tops.Rule is not { Enabled: true } rule
            || state.Balance >= rule.Threshold
            || state.SavedMethod is not { } method
            || IsUnderWay(state, now)
        )
            return change;
        var recent = tops.Recent.RemoveAll(t => t.Since <= now - Day);
        if (Money.Sum(recent.Select(t => t.Amount)) + rule.Amount > rule.DailyMax)
            return change;
        var intent = Intent(account, rule, tops.Count);
        var started = new TopUpUnderWay(intent.Id, rule.Amount, now);
        change = With(
                change,
                tops with
                {
                    UnderWay = started,
                    Recent = recent.Add(started),
                    Count = tops.Count + 1,
                }
            )
            .Collect(intent);
        var user = UserId.Of(account.Value);
        // The payer of a direct debit is told before it is collected: amount, mandate, whose.
        return method.IsDirectDebit
            ? change.Send(
                SendMail.Box(user),
                Mails.DirectDebitAnnounced(user, rule.Amount, method.Reference ?? "", now)
            )
            : change;
    }

    /// <summary>One was started and has neither arrived nor failed.</summary>
    public static bool IsUnderWay(AccountState state, DateTimeOffset now) =>
        state.TopUps.UnderWay?.Since > now - LongestUnderWay;

    /// <summary>Nothing starts by itself any more; a rule that is there stays to be switched on again.</summary>
    public static AutoTopUpState Stopped(AutoTopUpState tops) =>
        tops.Rule is { Enabled: true } rule
            ? tops with
            {
                Rule = rule with { Enabled = false, OffReason = AccountClosed },
            }
            : tops;

    /// <summary>A top-up arrived: the next may start, and earlier failures are forgiven.</summary>
    public static Change<AccountState> Received(
        Change<AccountState> change,
        PaymentReceived received
    )
    {
        var tops = change.Next.TopUps;
        return tops.UnderWay?.Payment != received.Payment
            ? change
            : With(
                change,
                tops with
                {
                    UnderWay = null,
                    Rule = tops.Rule is { } rule ? rule with { Failures = 0 } : null,
                }
            );
    }

    /// <summary>A top-up will not arrive. Null when the payment is none of these.</summary>
    public static Change<AccountState>? Ended(
        AccountState state,
        AccountId account,
        PaymentEnded ended
    )
    {
        var tops = state.TopUps;
        if (tops.UnderWay?.Payment != ended.Payment)
            return null;
        var rule = tops.Rule is { } before ? before with { Failures = before.Failures + 1 } : null;
        var change = With(
            new Change<AccountState>(state),
            tops with
            {
                UnderWay = null,
                Recent = tops.Recent.RemoveAll(t => t.Payment == ended.Payment),
                Rule = rule,
            }
        );
        return
            rule is { Enabled: true }
            && (rule.Failures >= MostFailures || FailureReasons.IsFatal(ended.Reason))
            ? Off(change, account, ended.Reason ?? ended.Outcome)
            : change;
    }

    /// <summary>Money was charged back: nothing is collected by itself any more.</summary>
    public static Change<AccountState> Blocked(Change<AccountState> change, AccountId account) =>
        change.Next.TopUps.Rule is { Enabled: true } ? Off(change, account, ChargedBack) : change;

    private static Change<AccountState> Off(
        Change<AccountState> change,
        AccountId account,
        string reason
    )
    {
        var tops = change.Next.TopUps;
        var user = UserId.Of(account.Value);
        return With(
                change,
                tops with
                {
                    Rule = tops.Rule! with { Enabled = false, OffReason = reason },
                }
            )
            .Send(
                SendMail.Box(user),
                Mails.AutoTopUpOff(user, tops.Rule!.Amount, tops.Rule.Failures, reason)
            );
    }

    private static PaymentIntent Intent(AccountId account, AutoTopUpRule rule, int count)
    {
        var id = NewId.Derived<PaymentId>($"{account}/auto-top-up", count);
        return new PaymentIntent(
            id,
            account,
            rule.Amount,
            PaymentPurpose.TopUp,
            null,
            rule.Locale == "de" ? $"{id} Automatische Aufladung" : $"{id} Automatic top-up",
            rule.Locale
        )
        {
            Sequence = PaymentSequence.Recurring,
        };
    }

    private static Change<AccountState> With(Change<AccountState> change, AutoTopUpState tops) =>
        change with
        {
            Next = change.Next with { TopUps = tops },
        };
}
