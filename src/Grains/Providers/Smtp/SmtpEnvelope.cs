using System.Globalization;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Elizon.Grains.Providers.Smtp;

/// <summary>Turns a letter into a message with the headers of automatic mail.</summary>
internal sealed class SmtpEnvelope(IOptions<SmtpOptions> options, TimeProvider clock)
{
    private readonly MailboxAddress _from = MailboxAddress.Parse(options.Value.From);
    private readonly MailboxAddress? _replyTo = string.IsNullOrEmpty(options.Value.ReplyTo)
        ? null
        : MailboxAddress.Parse(options.Value.ReplyTo);

    /// <summary>False when a header would hold a line break or the address is none: header injection is refused, not repaired.</summary>
    public static bool IsSafe(Letter letter) =>
        !letter.To.Any(char.IsControl)
        && !letter.Subject.Any(char.IsControl)
        && MailboxAddress.TryParse(letter.To, out var to)
        && to.Name is null or ""
        && to.Address == letter.To;

    public MimeMessage Wrap(Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.Id}.outbox@{_from.Domain}"
            ),
            Date = clock.GetUtcNow(),
            Subject = letter.Subject,
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = letter.Text },
                new TextPart("html") { Text = letter.Html },
            },
        };
        message.From.Add(_from);
        message.To.Add(MailboxAddress.Parse(letter.To));
        if (_replyTo is not null)
            message.ReplyTo.Add(_replyTo);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }
}
