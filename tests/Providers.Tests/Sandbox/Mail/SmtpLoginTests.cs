using Elizon.Sandbox;
using MailKit.Net.Smtp;
using MailKit.Security;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mail;

public sealed class SmtpLoginTests : SandboxTest
{
    protected override void Configure(SandboxOptions options)
    {
        options.SmtpStartTls = true;
        options.SmtpPassword = "right";
    }

    [Fact]
    public async Task Under_TLS_with_the_right_password_mail_is_taken()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort, "right", tls: true);

        Assert.Single((await GetJson("mail"))["messages"]!.AsArray());
    }

    [Fact]
    public async Task A_wrong_password_is_refused() =>
        await Assert.ThrowsAsync<AuthenticationException>(() =>
            Letter.To("a@example.com").Send(Host.SmtpPort, "wrong", tls: true)
        );

    [Fact]
    public async Task Without_a_login_no_mail_is_taken() =>
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Letter.To("a@example.com").Send(Host.SmtpPort, tls: true)
        );

    [Fact]
    public async Task Without_TLS_no_login_is_offered() =>
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Letter.To("a@example.com").Send(Host.SmtpPort, "right")
        );
}

public sealed class SmtpWithoutLoginTests : SandboxTest
{
    [Fact]
    public async Task Any_login_is_taken_when_none_is_configured()
    {
        await Letter.To("a@example.com").Send(Host.SmtpPort, "anything");

        Assert.Single((await GetJson("mail"))["messages"]!.AsArray());
    }
}
