using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Taxes;
using Elizon.Taxes;

namespace Elizon.Rules.Tests.Taxes;

public sealed class VatIdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly VatId Id = VatId.FromText("ATU12345678");
    private static readonly UserId Anna = UserId.Of("anna");
    private static readonly UserId Ben = UserId.Of("ben");

    [Fact]
    public void Who_first_bears_an_id_has_it_asked_at_once()
    {
        var change = Borne(new VatIdState(), Anna);
        Assert.Equal(Now, change.Next.DueAt);
        Assert.Empty(change.Messages);
    }

    [Fact]
    public void Who_bears_a_known_id_is_told_what_is_known_and_nobody_asks()
    {
        var known = Answered(Borne(new VatIdState(), Anna).Next, true).Next;
        var change = Borne(known, Ben);
        Assert.Equal(known.NextAt, change.Next.NextAt);
        var told = Assert.Single(change.Messages);
        Assert.Equal("user/ben", told.Target.ToString());
        Assert.Equal(
            new VatIdAnswered(new VatIdProof("ATU12345678", VatIdStatus.Valid, Now, "C1")),
            told.Message
        );
    }

    [Fact]
    public void An_answer_is_told_to_all_who_bear_the_id()
    {
        var state = Borne(Borne(new VatIdState(), Anna).Next, Ben).Next;
        var change = Answered(state, false);
        Assert.Equal(
            ["user/anna", "user/ben"],
            change.Messages.Select(m => m.Target.ToString()).Order()
        );
        Assert.Equal("invalid", ((VatIdCheckRow)Assert.Single(change.Rows).Row).Outcome);
        Assert.Equal(Now + VatIds.Weekly, change.Next.DueAt);
    }

    [Fact]
    public void No_answer_leaves_the_last_one_standing_and_is_tried_again_later_and_later()
    {
        var state = Answered(Borne(new VatIdState(), Anna).Next, true).Next;
        var waits = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var change = Unanswered(state);
            Assert.Empty(change.Messages);
            state = change.Next;
            waits.Add((state.NextAt!.Value - Now).TotalMinutes);
        }
        Assert.Equal([1, 5, 30, 120, 480, 1440, 1440], waits);
        Assert.Equal(
            new VatIdProof("ATU12345678", VatIdStatus.Valid, Now, "C1"),
            VatIds.Proof(Id, state)
        );
        Assert.Equal("MS_UNAVAILABLE", state.LastError);
    }

    [Fact]
    public void The_next_answer_ends_the_waiting()
    {
        var away = Unanswered(Borne(new VatIdState(), Anna).Next).Next;
        var state = Answered(away, true).Next;
        Assert.Equal(
            (0, null, Now + VatIds.Monthly),
            (state.Failures, state.LastError, state.DueAt)
        );
    }

    [Fact]
    public void One_question_is_asked_at_a_time_and_a_lost_one_again()
    {
        var asking = VatIds.Begin(new VatIdState(), TimeSpan.Zero, Now)!.Next;
        Assert.Null(VatIds.Begin(asking, TimeSpan.Zero, Now));
        Assert.NotNull(VatIds.Begin(asking, TimeSpan.Zero, Now + VatIds.Lease));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void Only_an_answer_that_is_too_old_is_asked_for_again(int hours, bool asks)
    {
        var state = Answered(new VatIdState(), true).Next;
        var change = VatIds.Begin(state, TimeSpan.FromDays(1), Now.AddHours(hours));
        Assert.Equal(asks, change is not null);
    }

    [Fact]
    public void An_id_that_nobody_bears_is_not_asked_for_any_more()
    {
        var state = Answered(Borne(new VatIdState(), Anna).Next, true).Next;
        var dropped = VatIds.Dropped(state, new VatIdDropped(Anna))!.Next;
        Assert.Null(dropped.DueAt);
        Assert.Null(VatIds.Dropped(dropped, new VatIdDropped(Anna)));
    }

    [Fact]
    public void An_old_Irish_number_has_an_identifier_and_keeps_its_text()
    {
        var id = VatId.FromText("IE1*23456A");
        Assert.True(IdText.IsValid(id.Value));
        Assert.Equal("IE1*23456A", id.Text);
    }

    private static Change<VatIdState> Borne(VatIdState state, UserId user) =>
        VatIds.Borne(Id, state, new VatIdBorne(user, "Donau GmbH"), Now);

    private static Change<VatIdState> Answered(VatIdState state, bool valid) =>
        VatIds.Answered(
            Id,
            state,
            Outcome<VatIdAnswer>.Done(new VatIdAnswer(valid, "C1", null, null, null)),
            Now
        );

    private static Change<VatIdState> Unanswered(VatIdState state) =>
        VatIds.Answered(Id, state, Outcome<VatIdAnswer>.Unknown("MS_UNAVAILABLE"), Now);
}
