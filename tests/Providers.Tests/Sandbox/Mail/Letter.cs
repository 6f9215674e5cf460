using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Elizon.Providers.Tests.Sandbox.Mail;

/// <summary>A mail as our own sender would write it, and a real SMTP client to send it with.</summary>
internal sealed class Letter(MimeMessage message)
{
    public string MessageId => message.MessageId!;

    public static Letter To(string address, string subject = "Grüße aus Köln")
    {
        var body = new BodyBuilder
        {
            TextBody = "Ihr Code lautet 123456.",
            HtmlBody = "<p>Ihr Code lautet <b>123456</b>, Größe: 4 €</p>",
        };
        body.Attachments.Add(
            "Rechnung 1.pdf",
            "%PDF-1.7 Größe"u8.ToArray(),
            new ContentType("application", "pdf")
        );
        var message = new MimeMessage { Subject = subject, Body = body.ToMessageBody() };
        message.From.Add(new MailboxAddress("Elizon", "noreply@elizon.example"));
        message.To.Add(MailboxAddress.Parse(address));
        return new Letter(message);
    }

    public async Task Send(
        int port,
        string? password = null,
        bool tls = false,
        params string[] recipients
    )
    {
        using var client = new SmtpClient();
        // The sandbox signs its certificate itself.
        client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.Subject == "CN=mail.sandbox.example";
        await client.ConnectAsync(
            "127.0.0.1",
            port,
            tls ? SecureSocketOptions.StartTls : SecureSocketOptions.None
        );
        if (password is not null)
            await client.AuthenticateAsync("elizon", password);
        var to =
            recipients.Length == 0 ? message.To.Mailboxes : recipients.Select(MailboxAddress.Parse);
        await client.SendAsync(message, message.From.Mailboxes.First(), to);
        await client.DisconnectAsync(quit: true);
    }
}
