using Elizon.Grains.Mail;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Mail;

public sealed class MailboxTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly SendMail Mail = Mails.PasswordChanged(new UserId("u1"), Start);

    [Fact]
    public void A_sent_mail_leaves_nothing_waiting_and_is_known()
    {
        var change = Try(new MailboxState(), Asked, MailOutcome.Sent, Start);

        Assert.Empty(change.Next.Waiting);
        Assert.Null(change.Next.DueAt);
        Assert.True(Mailbox.Knows(change.Next, 5));
        Assert.Equal(MailStatus.Sent, Row(change).Status);
    }

    [Fact]
    public void A_refused_mail_is_not_tried_again_and_shows_the_code()
    {
        var change = Try(new MailboxState(), Asked, MailOutcome.Refused("550 5.1.1"), Start);

        Assert.Null(change.Next.DueAt);
        Assert.Equal(
            (MailStatus.Refused, "550 5.1.1", 1),
            (Row(change).Status, Row(change).Reason, Row(change).Attempts)
        );
    }

    [Fact]
    public void A_mail_that_never_goes_through_is_tried_with_growing_pauses_for_48_hours()
    {
        var (state, now, mail) = (new MailboxState(), Start, Asked);
        var tries = new List<TimeSpan>();
        while (true)
        {
            tries.Add(now - Start);
            var change = Try(state, mail, MailOutcome.Later("451"), now);
            if (change.Next.DueAt is not { } due)
            {
                Assert.Equal(MailStatus.GivenUp, Row(change).Status);
                break;
            }
            (state, now) = (change.Next, due);
            mail = Mailbox.Next(state, now)!;
        }

        Assert.Equal(
            [0, 0.5, 2.5, 7.5, 22.5, 82.5, 322.5],
            tries.Take(7).Select(t => t.TotalMinutes)
        );
        Assert.InRange(tries[^1].TotalHours, 44, 48);
    }

    [Fact]
    public void A_code_is_not_sent_after_it_expired()
    {
        var change = Mailbox.Tried(
            new MailboxState(),
            "u1",
            Asked with
            {
                Attempts = 2,
            },
            MailOutcome.Later("451"),
            TimeSpan.FromMinutes(10),
            Start.AddMinutes(6)
        );
        Assert.Equal(MailStatus.GivenUp, Row(change).Status);
    }

    [Fact]
    public void A_mail_that_waits_is_known_and_the_oldest_due_one_comes_first()
    {
        var state = new MailboxState
        {
            Waiting =
            [
                Asked with
                {
                    Id = 9,
                },
                Asked,
                Asked with
                {
                    Id = 2,
                    NextAt = Start.AddHours(1),
                },
            ],
        };
        Assert.True(Mailbox.Knows(state, 9));
        Assert.Equal(5, Mailbox.Next(state, Start)!.Id);
    }

    private static WaitingMail Asked => Mailbox.Asked(5, Mail, Start);

    private static Change<MailboxState> Try(
        MailboxState state,
        WaitingMail mail,
        MailOutcome outcome,
        DateTimeOffset now
    ) => Mailbox.Tried(state, "u1", mail, outcome, null, now);

    private static MailRow Row(Change<MailboxState> change) => (MailRow)change.Rows.Single().Row;
}
