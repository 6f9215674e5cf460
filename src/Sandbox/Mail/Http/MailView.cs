using MimeKit;

namespace Elizon.Sandbox.Mail.Http;

/// <summary>A message as <c>GET /mail</c> shows it.</summary>
/// <param name="Text">The plain part; null when there is none. <paramref name="Html"/> likewise.</param>
/// <param name="MessageId">Without angle brackets.</param>
public sealed record MailView(
    string Id,
    string From,
    string To,
    string Subject,
    string? Text,
    string? Html,
    string? MessageId,
    DateTimeOffset ReceivedAt,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<MailAttachmentView> Attachments
)
{
    internal static MailView Of(StoredMail mail)
    {
        var message = Parse(mail);
        return new MailView(
            mail.Id,
            string.Join(", ", message.From.Mailboxes.Select(Sender)),
            mail.Recipient,
            message.Subject ?? string.Empty,
            message.TextBody,
            message.HtmlBody,
            mail.MessageId,
            mail.ReceivedAt,
            message.Headers.GroupBy(h => h.Field).ToDictionary(g => g.Key, g => g.First().Value),
            [.. message.Attachments.OfType<MimePart>().Select(MailAttachmentView.Of)]
        );
    }

    internal static (string MediaType, byte[] Content)? Attachment(StoredMail mail, string name)
    {
        var part = Parse(mail)
            .Attachments.OfType<MimePart>()
            .FirstOrDefault(p => p.FileName == name);
        if (part?.Content is null)
            return null;
        using var content = new MemoryStream();
        part.Content.DecodeTo(content);
        return (part.ContentType.MimeType, content.ToArray());
    }

    private static string Sender(MailboxAddress from) =>
        string.IsNullOrEmpty(from.Name) ? from.Address : $"{from.Name} <{from.Address}>";

    private static MimeMessage Parse(StoredMail mail)
    {
        using var raw = new MemoryStream(mail.Raw);
        return MimeMessage.Load(raw);
    }
}

/// <param name="Size">Bytes after decoding.</param>
public sealed record MailAttachmentView(string Name, string MediaType, long Size)
{
    internal static MailAttachmentView Of(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new MailAttachmentView(
            part.FileName ?? string.Empty,
            part.ContentType.MimeType,
            content.Length
        );
    }
}

internal sealed record MailList(IReadOnlyList<MailView> Messages);
