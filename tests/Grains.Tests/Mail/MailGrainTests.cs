using Elizon.Fixtures;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Tests.Mail;

public sealed class MailGrainTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_mail_delivered_twice_goes_out_once()
    {
        await Deliver("box-a", 880_001, "a@customer.example");
        await Deliver("box-a", 880_001, "a@customer.example");
        Assert.Equal(880_001, Assert.Single(_cluster.Mails.To("a@customer.example")).Id);
    }

    [Fact]
    public async Task A_mail_that_is_put_off_is_acknowledged_and_sent_when_its_time_comes()
    {
        _cluster.Mails.Answer = _ => MailOutcome.Later("451 4.7.1");
        await Deliver("box-b", 880_002, "b@customer.example");
        Assert.Equal("Waiting", await Status(880_002));

        _cluster.Mails.Answer = _ => MailOutcome.Sent;
        await _cluster.AdvanceTo(_cluster.Clock.GetUtcNow().AddSeconds(31));

        Assert.Single(_cluster.Mails.To("b@customer.example"));
        Assert.Equal("Sent", await Status(880_002));
        Assert.DoesNotContain(
            "b@customer.example",
            await _cluster.Scalar<string>(
                "select state::text from aggregate where kind = 'mail' and id = 'box-b'"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refused_mail_is_left_to_staff()
    {
        _cluster.Mails.Answer = to =>
            to == "c@customer.example" ? MailOutcome.Refused("550 5.1.1") : MailOutcome.Sent;
        await Deliver("box-c", 880_003, "c@customer.example");
        Assert.Equal("Refused", await Status(880_003));
    }

    [Fact]
    public async Task A_mail_to_a_person_who_does_not_exist_is_refused_and_not_tried_for_ever()
    {
        await Deliver(
            "nobody",
            880_004,
            Mails.PasswordChanged(new UserId("nobody"), _cluster.Clock.GetUtcNow())
        );
        Assert.Equal("Refused", await Status(880_004));
    }

    private Task Deliver(string box, long id, string address) =>
        Deliver(box, id, Mails.AddressTaken(address, "de"));

    private Task Deliver(string box, long id, SendMail mail) =>
        _cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("mail", box))
            .Receive(new Delivery(id, "user/x", "mail.send", Json.Write(mail)));

    private Task<string> Status(long id) =>
        _cluster.Scalar<string>($"select status from mail where id = {id}");
}
