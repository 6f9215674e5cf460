using Elizon.Declarations;
using Elizon.Grains.Declarations;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Subscriptions;

namespace Elizon.Rules.Tests.Declarations;

public sealed class DeclarationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DeclarationId Id = new("d1");
    private static readonly Caller Staff = Caller.System(Now);

    private static readonly Declaration Cancellation = new(
        DeclarationKind.Cancellation,
        "Anna Muster",
        "anna@example.com",
        "RE-2026-000001",
        CancellationType.Ordinary,
        null,
        null,
        "de"
    );

    [Fact]
    public void Receiving_confirms_by_mail_in_the_same_change()
    {
        var change = DeclarationRules.Receive(Id, Cancellation with { Reason = "geheim" }, Now);
        var sent = Assert.Single(change.Messages);
        var mail = Assert.IsType<SendMail>(sent.Message);
        Assert.Equal(new Address("mail", "d1"), sent.Target);
        Assert.Equal(("declaration-received", "anna@example.com"), (mail.Template, mail.Address));
        Assert.Equal("2026-11-25T08:00:00Z", mail.Values["at"]);
        // Nothing that was typed freely goes to an address that nobody proved.
        Assert.DoesNotContain(mail.Values.Values, v => v is "geheim" or "Anna Muster");
        Assert.Equal(Now, change.Next.DueAt);
    }

    [Fact]
    public void Every_fault_is_named()
    {
        var bad = Cancellation with
        {
            Name = " ",
            Email = "anna",
            Contract = "<b>click</b>",
            Type = CancellationType.Extraordinary,
            EndsOn = Today.AddDays(-1),
            Locale = "fr",
        };
        var refusal = Assert.Throws<Refusal>(() => DeclarationRules.Checked(bad, Today));
        Assert.Equal(6, refusal.ValidationErrors.Length);
    }

    [Fact]
    public void Today_is_an_end_and_blank_texts_are_none()
    {
        var clean = DeclarationRules.Checked(
            Cancellation with
            {
                Name = " Anna ",
                Contract = " ",
                EndsOn = Today,
            },
            Today
        );
        Assert.Equal(("Anna", null, Today), (clean.Name, clean.Contract, clean.EndsOn));
    }

    [Theory]
    [InlineData("s1", DeclarationStatus.Matched)]
    [InlineData(null, DeclarationStatus.Unmatched)]
    public void What_the_lookup_finds_decides_the_queue(string? service, DeclarationStatus status)
    {
        var found = Found(Received(), service);
        // What is matched is carried out at once.
        Assert.Equal(
            (status, service is null ? null : (DateTimeOffset?)Now),
            (found!.Status, found.DueAt)
        );
    }

    [Theory]
    [InlineData(true, DeclarationStatus.Done)]
    [InlineData(false, DeclarationStatus.Matched)]
    public void What_the_contract_cannot_judge_waits_for_staff(bool done, DeclarationStatus status)
    {
        var matched = Found(Received(), "s1")!;
        var carried = DeclarationRules
            .Carried(matched, Id, new DeclaredEnd(done, "why"), Now)!
            .Next;
        Assert.Equal((status, "why", null), (carried.Status, carried.Note, carried.DueAt));
        Assert.Equal(done, carried.ClosedAt is not null);
    }

    [Fact]
    public void The_lookup_comes_too_late_when_staff_has_matched()
    {
        var matched = DeclarationRules
            .Match(Received(), Id, new ServiceId("s2"), new UserId("ann"), Staff)
            .Next;
        Assert.Null(Found(matched, "s1"));
    }

    [Fact]
    public void Matched_by_staff_it_says_no_longer_why_staff_had_to()
    {
        var asked = Received() with { Note = "Match it.", Tried = true };
        var matched = DeclarationRules
            .Match(asked, Id, new ServiceId("s2"), new UserId("ann"), Staff)
            .Next;
        Assert.Equal((null, false, true), (matched.Note, matched.Tried, matched.ByStaff));
    }

    [Fact]
    public void Closed_it_stays_closed()
    {
        var closed = DeclarationRules
            .Close(Found(Received(), "s1")!, Id, true, "cancelled to 2026-12-31", Staff, Now)
            .Next;
        Assert.Equal((DeclarationStatus.Done, Now), (closed.Status, closed.ClosedAt));
        Assert.Equal(
            "declaration.closed",
            Assert
                .Throws<Refusal>(() =>
                    DeclarationRules.Close(closed, Id, false, "again", Staff, Now)
                )
                .Key
        );
    }

    [Fact]
    public void Closing_needs_a_note() =>
        Assert.Equal(
            RefusalKind.Invalid,
            Assert
                .Throws<Refusal>(() =>
                    DeclarationRules.Close(Received(), Id, true, " ", Staff, Now)
                )
                .Kind
        );

    private static DeclarationState Received() =>
        DeclarationRules.Receive(Id, Cancellation, Now).Next;

    private static DeclarationState? Found(DeclarationState state, string? service) =>
        DeclarationRules
            .Found(
                state,
                new DeclarationMatch(
                    new UserId("ann"),
                    service is null ? null : new ServiceId(service)
                )
            )
            ?.Next;
}
