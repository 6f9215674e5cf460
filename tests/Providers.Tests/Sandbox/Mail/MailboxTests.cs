using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mail;

public sealed class MailboxTests : SandboxTest
{
    [Fact]
    public async Task A_mail_is_read_with_its_parts_as_its_reader_sees_them()
    {
        var letter = Letter.To("a@example.com");

        await letter.Send(Host.SmtpPort);

        var mail = (await Mails("a@example.com")).Single()!;
        Assert.Equal("a@example.com", (string?)mail["to"]);
        Assert.Equal("Grüße aus Köln", (string?)mail["subject"]);
        Assert.Equal("Ihr Code lautet 123456.", ((string)mail["text"]!).Trim());
        Assert.Contains(
            "<b>123456</b>, Größe: 4 €",
            (string)mail["html"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(letter.MessageId, (string?)mail["messageId"]);
        Assert.Equal("Rechnung 1.pdf", (string?)mail["attachments"]![0]!["name"]);
        Assert.Equal("application/pdf", (string?)mail["attachments"]![0]!["mediaType"]);
        Assert.Equal("%PDF-1.7 Größe"u8.Length, (int)mail["attachments"]![0]!["size"]!);
    }

    [Fact]
    public async Task Newest_comes_first_and_addresses_ignore_case()
    {
        await Letter.To("a@example.com", "one").Send(Host.SmtpPort);
        await Letter.To("A@Example.com", "two").Send(Host.SmtpPort);

        Assert.Equal(
            ["two", "one"],
            (await Mails("a@EXAMPLE.com")).Select(mail => (string)mail!["subject"]!)
        );
    }

    [Fact]
    public async Task Another_address_sees_nothing()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort);

        Assert.Empty(await Mails("b@example.com"));
    }

    [Fact]
    public async Task Each_recipient_of_the_envelope_has_a_copy()
    {
        await Letter
            .To("a@example.com")
            .Send(Host.SmtpPort, recipients: ["a@example.com", "hidden@example.com"]);

        Assert.Single(await Mails("a@example.com"));
        Assert.Single(await Mails("hidden@example.com"));
    }

    [Fact]
    public async Task The_same_message_twice_is_kept_twice()
    {
        var letter = Letter.To("a@example.com");

        await letter.Send(Host.SmtpPort);
        await letter.Send(Host.SmtpPort);

        var mails = await Mails("a@example.com");
        Assert.Equal(
            [letter.MessageId, letter.MessageId],
            mails.Select(mail => (string)mail!["messageId"]!)
        );
    }

    [Fact]
    public async Task An_attachment_comes_back_byte_for_byte()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort);
        var id = (string)(await Mails("a@example.com")).Single()!["id"]!;

        using var answer = await Http.GetAsync(Control($"mail/{id}/attachments/Rechnung%201.pdf"));

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-1.7 Größe"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("mail/mail_none")]
    [InlineData("mail/mail_none/raw")]
    [InlineData("mail/mail_none/attachments/x.pdf")]
    [InlineData("mailbox/mail_none")]
    public async Task What_is_not_there_is_404(string path)
    {
        using var answer = await Http.GetAsync(Control(path));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Delete_empties_one_mailbox_or_all()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort);
        await Letter.To("b@example.com").Send(Host.SmtpPort);

        (await Http.DeleteAsync(Control("mail?to=a@example.com"))).Dispose();
        Assert.Empty(await Mails("a@example.com"));
        Assert.Single(await Mails("b@example.com"));
        (await Http.DeleteAsync(Control("mail"))).Dispose();

        Assert.Empty(await Mails("b@example.com"));
    }

    [Fact]
    public async Task A_reader_may_wait_for_a_mail()
    {
        var waiting = GetJson("mail?to=a@example.com&atLeast=1&waitSeconds=20");

        await Letter.To("a@example.com").Send(Host.SmtpPort);

        Assert.Single((await waiting)["messages"]!.AsArray());
    }

    [Fact]
    public async Task A_mail_is_stamped_with_the_sandboxs_own_clock()
    {
        await Advance(TimeSpan.FromDays(10));
        var before = (DateTimeOffset)(await GetJson("control/clock"))["now"]!;

        await Letter.To("a@example.com").Send(Host.SmtpPort);

        var received = (DateTimeOffset)(await Mails("a@example.com")).Single()!["receivedAt"]!;
        Assert.InRange(received, before, before.AddMinutes(1));
    }

    [Fact]
    public async Task Mails_outlive_a_restart()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort);

        await Restart();

        Assert.Single(await Mails("a@example.com"));
    }

    [Fact]
    public async Task The_mailbox_page_shows_the_mail_in_a_frame_without_rights()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort);
        var id = (string)(await Mails("a@example.com")).Single()!["id"]!;

        var list = await Http.GetStringAsync(Control("mailbox"));
        var page = await Http.GetStringAsync(Control($"mailbox/{id}"));

        Assert.Contains($"/mailbox/{id}", list, StringComparison.Ordinal);
        Assert.Contains("sandbox=\"allow-popups\"", page, StringComparison.Ordinal);
        Assert.Contains("Rechnung 1.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>123456</b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("no header at all\r\n")]
    public async Task A_sender_that_sends_rubbish_does_not_break_the_mailbox(string data)
    {
        await RawSmtp.Send(Host.SmtpPort, "a@example.com", data);
        await Letter.To("a@example.com", "after").Send(Host.SmtpPort);

        Assert.Equal("after", (string?)(await Mails("a@example.com"))[0]!["subject"]);
    }

    private async Task<JsonArray> Mails(string to) =>
        (await GetJson($"mail?to={to}"))["messages"]!.AsArray();
}
