using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Elizon.Sandbox.Mail;

/// <summary>RCPT TO: any address is taken, unless a fault is switched on for its domain.</summary>
internal sealed class RecipientFilter(
    SmtpLog log,
    FaultBoard faults,
    SandboxClock clock,
    SandboxStore store
) : MailboxFilter
{
    internal const string GreylistKind = "smtp.greylist";
    private static readonly TimeSpan StandardSlow = TimeSpan.FromSeconds(5);

    public override async Task<bool> CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    )
    {
        var (address, domain) = (to.AsAddress(), to.Host);
        if (Take(MailFaults.Slow, domain) is { } slow)
            await Task.Delay(slow.DelayOr(StandardSlow), clock.Real, cancellationToken);
        if (Take(MailFaults.Unavailable, domain) is not null)
            throw Refusal(
                address,
                SmtpReplyCode.ServiceUnavailable,
                "4.3.2 service not available",
                close: true
            );
        if (Take(MailFaults.Refuse, domain) is not null)
            throw Refusal(address, SmtpReplyCode.MailboxUnavailable, "5.1.1 no such mailbox");
        if (IsGreylisted(address, domain))
            throw Refusal(address, (SmtpReplyCode)450, "4.2.0 greylisted, try again later");
        log.Add("RCPT", address, (int)SmtpReplyCode.Ok);
        return true;
    }

    // The first sight is remembered with the instant from which on the address is let through.
    private bool IsGreylisted(string address, string domain)
    {
        var now = clock.GetUtcNow();
        if (store.Get<Greylisted>(GreylistKind, address) is { } seen)
            return now < seen.From;
        if (Take(MailFaults.Greylist, domain) is not { } on)
            return false;
        store.Put(GreylistKind, address, new Greylisted(address, now + on.DelayOr(TimeSpan.Zero)));
        return true;
    }

    private SmtpResponseException Refusal(
        string address,
        SmtpReplyCode code,
        string text,
        bool close = false
    )
    {
        log.Add("RCPT", address, (int)code);
        return new SmtpResponseException(new SmtpResponse(code, text), close);
    }

    private FaultSwitch? Take(string fault, string domain) =>
        faults.Take(MailSimulator.SimulatorName, fault, domain);
}

internal sealed record Greylisted(string Address, DateTimeOffset From);
