using MailKit.Net.Smtp;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mail;

public sealed class MailFaultTests : SandboxTest
{
    private const string Address = "a@faulty.example";
    private static readonly object Domain = new { target = "faulty.example" };

    [Theory]
    [InlineData("rcpt.550", 550)]
    [InlineData("rcpt.421", 421)]
    [InlineData("rcpt.greylist", 450)]
    [InlineData("data.451", 451)]
    [InlineData("data.552", 552)]
    public async Task A_refusal_has_its_code_and_stores_nothing(string fault, int code)
    {
        await SwitchOn("smtp", fault, Domain);

        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() =>
            Letter.To(Address).Send(Host.SmtpPort)
        );

        Assert.Equal(code, (int)refused.StatusCode);
        Assert.Equal(0, await Count());
    }

    [Theory]
    [InlineData("rcpt.550")]
    [InlineData("data.451")]
    public async Task Another_domain_is_spared(string fault)
    {
        await SwitchOn("smtp", fault, Domain);

        await Letter.To("a@healthy.example").Send(Host.SmtpPort);

        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Greylisting_lets_the_second_try_through()
    {
        await SwitchOn("smtp", "rcpt.greylist", Domain);

        await Assert.ThrowsAsync<SmtpCommandException>(() =>
            Letter.To(Address).Send(Host.SmtpPort)
        );
        await Letter.To(Address).Send(Host.SmtpPort);

        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Greylisting_with_a_delay_refuses_until_it_is_over_on_the_sandboxs_clock()
    {
        await SwitchOn(
            "smtp",
            "rcpt.greylist",
            new { target = "faulty.example", delayMilliseconds = 300_000 }
        );

        await Assert.ThrowsAsync<SmtpCommandException>(() =>
            Letter.To(Address).Send(Host.SmtpPort)
        );
        await Assert.ThrowsAsync<SmtpCommandException>(() =>
            Letter.To(Address).Send(Host.SmtpPort)
        );
        await Advance(TimeSpan.FromMinutes(5));
        await Letter.To(Address).Send(Host.SmtpPort);

        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_cut_after_the_message_stores_nothing()
    {
        await SwitchOn("smtp", "data.cut", Domain);

        await Assert.ThrowsAnyAsync<Exception>(() => Letter.To(Address).Send(Host.SmtpPort));

        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_lost_answer_stores_the_message_so_that_a_resend_doubles_it()
    {
        await SwitchOn(
            "smtp",
            "data.lost-answer",
            new { target = "faulty.example", remaining = 1 }
        );
        var letter = Letter.To(Address);

        await Assert.ThrowsAnyAsync<Exception>(() => letter.Send(Host.SmtpPort));
        await letter.Send(Host.SmtpPort);

        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task Slow_keeps_the_sender_waiting()
    {
        await SwitchOn(
            "smtp",
            "rcpt.slow",
            new { target = "faulty.example", delayMilliseconds = 60_000 }
        );

        var sending = Letter.To(Address).Send(Host.SmtpPort);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            sending.WaitAsync(TimeSpan.FromMilliseconds(300))
        );
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task The_call_log_has_each_command_with_its_code()
    {
        await SwitchOn("smtp", "rcpt.550", new { target = "faulty.example", remaining = 1 });
        await Assert.ThrowsAsync<SmtpCommandException>(() =>
            Letter.To(Address).Send(Host.SmtpPort)
        );
        await Letter.To(Address).Send(Host.SmtpPort);

        var calls = (await GetJson("control/calls/smtp"))["calls"]!.AsArray();

        Assert.Equal(
            ["RCPT 550", "RCPT 250", "DATA 250"],
            calls.Select(call => $"{call!["method"]} {call["status"]}")
        );
    }

    private async Task<int> Count() => (await GetJson($"mail"))["messages"]!.AsArray().Count;
}
