using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Mail;

/// <summary>
/// Sends the mails of one person. The first try is made while the message is delivered; what must wait is kept here and
/// tried again from the due index, so that a slow server never holds up the outbox. Only mails to the same person queue
/// behind a try.
/// </summary>
[GrainType("mail")]
internal sealed partial class MailGrain(
    [Aggregate] IAggregate<MailboxState> aggregate,
    MailCourier courier,
    TimeProvider clock,
    ILogger<MailGrain> logger
) : Grain, IInbox, IDue
{
    public async Task Receive(Delivery delivery)
    {
        if (Mailbox.Knows(aggregate.State, delivery.Id))
            return;
        await Try(Mailbox.Asked(delivery.Id, (SendMail)delivery.Read(), clock.GetUtcNow()));
    }

    /// <summary>One mail a call: a try may take most of the time a call has. What is still due is called for again.</summary>
    public Task Due() =>
        Mailbox.Next(aggregate.State, clock.GetUtcNow()) is { } mail
            ? Try(mail)
            : Task.CompletedTask;

    private async Task Try(WaitingMail mail)
    {
        var outcome = await courier.Send(mail.Id, mail.Mail);
        MailMetrics.Tried(mail.Mail.Template, outcome.Result);
        var change = Mailbox.Tried(
            aggregate.State,
            this.GetPrimaryKeyString(),
            mail,
            outcome,
            courier.Worth(mail.Mail.Template),
            clock.GetUtcNow()
        );
        await aggregate.Commit(change);
        if (outcome.Result != MailResult.Sent && !aggregate.State.Waiting.Any(w => w.Id == mail.Id))
            LogNotSent(logger, mail.Mail.Template, mail.Id, outcome.Reason);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Template} {Id} is not sent and not tried again: {Reason}"
    )]
    private static partial void LogNotSent(
        ILogger logger,
        string template,
        long id,
        string? reason
    );
}
