using System.Buffers;
using System.Security.Cryptography;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Time;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Elizon.Sandbox.Mail;

/// <summary>The end of DATA: stores the message, then says 250; or plays the fault that is switched on.</summary>
internal sealed class MailDelivery(
    MailTable table,
    Arrivals arrivals,
    SmtpLog log,
    FaultBoard faults,
    SandboxClock clock,
    RandomNumberGenerator random
) : IMessageStore
{
    private const int IdBytes = 9;

    public Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        var to = transaction.To.Select(mailbox => mailbox.AsAddress()).ToList();
        if (Fires(MailFaults.TemporaryFailure, transaction))
            return Answer(to, new SmtpResponse(SmtpReplyCode.Aborted, "4.3.0 try again later"));
        if (Fires(MailFaults.TooLarge, transaction))
            return Answer(
                to,
                new SmtpResponse(SmtpReplyCode.SizeLimitExceeded, "5.3.4 message too big")
            );
        if (Fires(MailFaults.Cut, transaction))
            throw CutOff(context, to);

        var raw = buffer.ToArray();
        if (!IsReadable(raw, out var messageId))
            return Answer(
                to,
                new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.6.0 not a message")
            );
        var from = transaction.From.AsAddress();
        var copies = to.Select(recipient => Copy(from, recipient, messageId, raw)).ToList();
        table.Add(copies);
        arrivals.Announce();
        if (Fires(MailFaults.LostAnswer, transaction))
            throw CutOff(context, to);
        return Answer(to, new SmtpResponse(SmtpReplyCode.Ok, $"2.0.0 queued as {copies[0].Id}"));
    }

    private StoredMail Copy(string sender, string recipient, string? messageId, byte[] raw)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        random.GetBytes(bytes);
        var id = $"mail_{Convert.ToHexStringLower(bytes)}";
        return new StoredMail(id, recipient, sender, messageId, clock.GetUtcNow(), raw);
    }

    // What cannot be read would later break the mailbox for every reader.
    private static bool IsReadable(byte[] raw, out string? messageId)
    {
        using var stream = new MemoryStream(raw);
        try
        {
            messageId = MimeMessage.Load(stream).MessageId;
            return true;
        }
        catch (FormatException)
        {
            messageId = null;
            return false;
        }
    }

    private bool Fires(string fault, IMessageTransaction transaction) =>
        transaction
            .To.Select(mailbox => mailbox.Host)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Any(domain => faults.Take(MailSimulator.SimulatorName, fault, domain) is not null);

    private Task<SmtpResponse> Answer(IEnumerable<string> to, SmtpResponse response)
    {
        log.Add("DATA", string.Join(',', to), (int)response.ReplyCode);
        return Task.FromResult(response);
    }

    private OperationCanceledException CutOff(ISessionContext context, IEnumerable<string> to)
    {
        log.Add("DATA", string.Join(',', to), 0);
        context.Pipe.Dispose();
        return new OperationCanceledException("The connection was cut by a fault switch.");
    }
}
