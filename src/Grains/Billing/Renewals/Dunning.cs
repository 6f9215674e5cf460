using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>
/// What happens to an invoice that is not paid, stage by stage. Decided in the turn that knows every payment under way:
/// nobody is suspended who has paid or whose money moves.
/// </summary>
internal static class Dunning
{
    /// <summary>How long a stage waits for money that moves before it looks again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <summary>The invoice whose stage is due first; null when none is.</summary>
    public static OpenInvoice? Next(AccountState state, DateTimeOffset now) =>
        state
            .OpenInvoices.Values.Where(o => o.NextAt <= now)
            .OrderBy(o => o.NextAt)
            .ThenBy(o => o.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>True when the stage that is due needs the invoice's document.</summary>
    public static bool Terminates(OpenInvoice open, House house) =>
        open is { Reopened: false, Service: not null }
        && house.Dunning(open.Product)[open.Stage].Deed == DunningDeed.Terminate;

    /// <summary>What a stage does: where no service hangs on the invoice, each but the last reminds.</summary>
    public static DunningDeed DeedOf(OpenInvoice open, DunningStageView stage) =>
        open.Service is null && stage.Deed != DunningDeed.Terminate
            ? DunningDeed.Remind
            : stage.Deed;

    /// <param name="original">The document; needed for the stage that cancels it.</param>
    public static Change<AccountState> Step(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        CorrectedInvoice? original,
        House house,
        DateTimeOffset now
    )
    {
        var policy = house.Dunning(open.Product);
        var stage = policy[open.Stage];
        var deed = DeedOf(open, stage);
        if (open.HasMoneyComing && deed != DunningDeed.Announce)
            return Paying.Put(
                new Change<AccountState>(state),
                open with
                {
                    NextAt = now + LookAgain,
                }
            );
        if (deed == DunningDeed.Terminate)
            return open.Service is null ? LeaveClaim(state, account, open, house, now)
                : open.Reopened ? EndContract(state, account, open, house, now)
                : Terminate(state, account, open, original, house, now);
        var next = open with
        {
            Stage = open.Stage + 1,
            NextAt = policy.At(open.Stage + 1, open.DueAt),
        };
        var change = Paying
            .Put(new Change<AccountState>(state), next)
            .Charge(account, next, open.Stage, stage.Fee, now);
        return Tell(change, account, change.Next.OpenInvoices[open.Id], stage, policy, house, now);
    }

    private static Change<AccountState> Tell(
        Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        DunningStageView stage,
        DunningPolicy policy,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var (deed, note) = (DeedOf(open, stage), stage.Text?.In(open.Locale));
        var deleteAt = policy.When(DunningDeed.Terminate, open.DueAt)!.Value;
        if (deed == DunningDeed.Announce)
            return change.Send(
                SendMail.Box(user),
                Mails
                    .DeletionAnnounced(user, open.Id, open.Name, open.ToPay, deleteAt)
                    .WithFee(open.Fees, note)
            );
        if (deed == DunningDeed.Suspend)
            return change
                .Tell(open, new RenewalOverdue(open.Id, open.Period, open.Reopened))
                .Send(
                    SendMail.Box(user),
                    Mails
                        .ServiceSuspended(user, open.Id, open.Name, open.ToPay, deleteAt)
                        .WithFee(open.Fees, note)
                );
        var suspendAt = open.Service is null ? null : policy.When(DunningDeed.Suspend, open.DueAt);
        return change
            .Collect(account, open, house, now)
            .Send(
                SendMail.Box(user),
                Mails
                    .PaymentReminder(user, open.Id, open.Name, open.ToPay, open.DueAt, suspendAt)
                    .WithFee(open.Fees, note)
            );
    }

    /// <summary>The contract ends: a cancellation document takes the invoice back, what was paid of it goes to the balance.</summary>
    private static Change<AccountState> Terminate(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        CorrectedInvoice? original,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        return (
            OpenInvoices.Withdraw(state, account, original, InvoiceWords.ContractEnded, house, now)
            ?? Gone(state, account, open, now)
        )
            .Tell(open, new RenewalGivenUp(open.Id, open.Period))
            .Send(SendMail.Box(user), Mails.ServiceTerminated(user, open.Name));
    }

    /// <summary>
    /// The contract ends, the claim stays: what the invoice charges was delivered before its money went back. It can still be
    /// paid; staff collects it or takes it back.
    /// </summary>
    private static Change<AccountState> EndContract(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        return LeaveClaim(state, account, open, house, now)
            .Tell(open, new RenewalGivenUp(open.Id, open.Period, true))
            .Send(SendMail.Box(user), Mails.ServiceTerminated(user, open.Name));
    }

    /// <summary>Nothing more is said to the customer; the audit tells staff that it is theirs to collect.</summary>
    private static Change<AccountState> LeaveClaim(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    ) =>
        Paying
            .Put(
                new Change<AccountState>(state),
                open with
                {
                    Stage = house.Dunning(open.Product).Stages.Length,
                    NextAt = null,
                }
            )
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = open.Reopened ? "never paid again" : "never paid",
                    },
                    "dunning.claimStays",
                    open.Id,
                    UserId.Of(account.Value),
                    new() { ["amount"] = open.ToPay.ToString() }
                )
            );

    /// <summary>Documents of staff took all of it back before.</summary>
    private static Change<AccountState> Gone(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        DateTimeOffset now
    ) => new Change<AccountState>(state).Waive(account, open, now).Close(open);
}
