using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Smtp;
using Elizon.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Elizon.Providers.Tests.Smtp;

/// <summary>The SMTP adapter against the sandbox's mail server, over a real socket.</summary>
public sealed class SmtpMailTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smtp-").FullName;
    private readonly List<IDisposable> _open = [];
    private SandboxHost _sandbox = null!;
    private HttpClient _control = null!;
    private SmtpMail _mail = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(
            Free(),
            TimeProvider.System,
            CancellationToken.None
        );
        _control = new HttpClient { BaseAddress = _sandbox.Control };
        _mail = Line(_sandbox);
    }

    public async Task DisposeAsync()
    {
        _open.ForEach(o => o.Dispose());
        _control.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_letter_arrives_with_both_parts_and_the_headers_of_automatic_mail()
    {
        var outcome = await _mail.Send(
            new Letter(42, "joerg@ok.example", "Grüße für 1.234,56 €", "Text: Łuk", "<p>Größe</p>")
        );

        Assert.Equal(MailOutcome.Sent, outcome);
        var mail = Assert.Single(await Mailbox("joerg@ok.example"));
        Assert.Equal("Grüße für 1.234,56 €", mail.GetProperty("subject").GetString());
        Assert.Equal("Text: Łuk", mail.GetProperty("text").GetString()!.TrimEnd());
        Assert.Equal("<p>Größe</p>", mail.GetProperty("html").GetString()!.TrimEnd());
        Assert.Equal("42.outbox@elizon.example", mail.GetProperty("messageId").GetString());
        Assert.Equal("auto-generated", Header(mail, "Auto-Submitted"));
        Assert.Equal("All", Header(mail, "X-Auto-Response-Suppress"));
    }

    [Theory]
    [InlineData("rcpt.550", MailResult.Refused, "550 5.1.1")]
    [InlineData("data.552", MailResult.Refused, "552")]
    [InlineData("rcpt.421", MailResult.Later, "421 4.3.2")]
    [InlineData("rcpt.greylist", MailResult.Later, "450 4.2.0")]
    [InlineData("data.451", MailResult.Later, "451")]
    [InlineData("data.cut", MailResult.Later, "line")]
    public async Task A_fault_of_the_server_becomes_an_outcome(
        string fault,
        object result,
        string reason
    )
    {
        await Switch(fault, "faulty.example");
        var outcome = await _mail.Send(Plain(1, "x@faulty.example"));
        Assert.Equal((MailResult)result, outcome.Result);
        Assert.StartsWith(reason, outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_sent_again_under_the_same_Message_ID()
    {
        await Switch("data.lost-answer", "lost.example");
        Assert.Equal(MailResult.Later, (await _mail.Send(Plain(77, "x@lost.example"))).Result);
        Assert.Equal(MailResult.Sent, (await _mail.Send(Plain(77, "x@lost.example"))).Result);
        Assert.Equal(
            ["77.outbox@elizon.example", "77.outbox@elizon.example"],
            (await Mailbox("x@lost.example")).Select(m => m.GetProperty("messageId").GetString())
        );
    }

    [Theory]
    [InlineData("a@ok.example\r\nBcc: b@ok.example", "Subject")]
    [InlineData("a@ok.example", "Subject\r\nBcc: b@ok.example")]
    [InlineData("a@ok.example, b@ok.example", "Subject")]
    [InlineData("Name <a@ok.example>", "Subject")]
    [InlineData("not an address", "Subject")]
    public async Task A_header_is_never_injected(string to, string subject) =>
        Assert.Equal(
            MailOutcome.Refused("header"),
            await _mail.Send(new Letter(1, to, subject, "t", "<p>h</p>"))
        );

    [Fact]
    public async Task Twenty_letters_at_once_share_the_connections_and_all_arrive()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(i => _mail.Send(Plain(i, "many@ok.example")))
        );
        Assert.All(outcomes, o => Assert.Equal(MailResult.Sent, o.Result));
        Assert.Equal(20, (await Mailbox("many@ok.example")).Count);
    }

    [Fact]
    public async Task Under_STARTTLS_with_a_login_a_letter_arrives_and_a_wrong_password_waits()
    {
        var options = Free();
        (options.SmtpStartTls, options.SmtpPassword) = (true, "s3cret");
        options.DataPath = Path.Combine(_folder, "tls");
        await using var guarded = await SandboxHost.StartAsync(
            options,
            TimeProvider.System,
            CancellationToken.None
        );

        var right = await Line(guarded, "elizon", "s3cret").Send(Plain(1, "x@ok.example"));
        var wrong = await Line(guarded, "elizon", "wrong").Send(Plain(2, "x@ok.example"));

        Assert.Equal(MailResult.Sent, right.Result);
        Assert.Equal(MailOutcome.Later("line"), wrong);
    }

    [Fact]
    public async Task Without_a_server_the_line_says_later_and_soon_says_so_at_once()
    {
        var line = Line(new SmtpOptions { Port = 1 });
        for (var i = 0; i < 6; i++)
            Assert.Equal(MailOutcome.Later("line"), await line.Send(Plain(i, "x@ok.example")));
    }

    private static Letter Plain(long id, string to) =>
        new(id, to, "Subject", "text", "<p>html</p>");

    private static string? Header(JsonElement mail, string name) =>
        mail.GetProperty("headers").GetProperty(name).GetString();

    private SandboxOptions Free() =>
        new()
        {
            Port = 0,
            PanelPort = 0,
            NodePorts = [0],
            SmtpPort = 0,
            DataPath = Path.Combine(_folder, "plain"),
        };

    private SmtpMail Line(SandboxHost sandbox, string? user = null, string? password = null) =>
        Line(
            new SmtpOptions
            {
                Port = sandbox.SmtpPort,
                User = user,
                Password = password,
            }
        );

    private SmtpMail Line(SmtpOptions options)
    {
        var connections = new SmtpConnections(Options.Create(options), TimeProvider.System);
        _open.Add(connections);
        return new SmtpMail(
            connections,
            new SmtpEnvelope(Options.Create(options), TimeProvider.System),
            TimeProvider.System,
            NullLogger<SmtpMail>.Instance
        );
    }

    private async Task<List<JsonElement>> Mailbox(string to)
    {
        var list = await _control.GetFromJsonAsync<JsonElement>(
            $"/mail?to={Uri.EscapeDataString(to)}"
        );
        return [.. list.GetProperty("messages").EnumerateArray()];
    }

    private async Task Switch(string fault, string domain)
    {
        var answer = await _control.PutAsJsonAsync(
            $"/control/faults/smtp/{fault}",
            new { target = domain, remaining = 1 }
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
