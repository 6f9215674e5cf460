using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Points that staff gives and takes, up to their bounds.</summary>
public sealed class PointsGrantTests
{
    private const int Most = 1_000_000;
    private static readonly PointsOptions Terms = Samples.House.Terms.Points;
    private static readonly string Longest = new('x', 500);

    [Theory]
    [InlineData(0)]
    [InlineData(Most + 1)]
    [InlineData(-Most - 1)]
    public void An_amount_out_of_bounds_is_refused(int points) =>
        Assert.Equal(
            PointsRefusals.OutOfRange(Most).Key,
            Assert.Throws<Refusal>(() => Grant(Having(Most), points, "why")).Key
        );

    [Fact]
    public void A_reason_is_there_and_not_too_long()
    {
        Assert.Throws<Refusal>(() => Grant(new(), 1, ""));
        Assert.Throws<Refusal>(() => Grant(new(), 1, " "));
        Assert.Throws<Refusal>(() => Grant(new(), 1, Longest + "x"));
        Assert.Equal(1, Grant(new(), 1, Longest).Next.Points.At(Samples.Now));
    }

    [Fact]
    public void Given_points_are_listed_audited_and_end_some_day()
    {
        var change = Grant(new(), Most, "thanks");
        Assert.Equal(Most, change.Next.Points.At(Samples.Now));
        var row = Assert.Single(change.Rows.Select(r => r.Row).OfType<PointRow>());
        Assert.Equal(
            (PointsReason.Granted, Most, (DateTimeOffset?)Samples.Now.AddDays(Terms.LifeDays)),
            (row.Reason, row.Points, row.ExpiresAt)
        );
        Assert.Equal("netpoints.granted", Audited(change));
    }

    [Fact]
    public void Taken_points_may_be_all_there_are_and_have_no_end()
    {
        var change = Grant(Having(Most), -Most, "mistake");
        Assert.Equal(0, change.Next.Points.At(Samples.Now));
        var row = Assert.Single(change.Rows.Select(r => r.Row).OfType<PointRow>());
        Assert.Equal((PointsReason.Revoked, -Most, null), (row.Reason, row.Points, row.ExpiresAt));
        Assert.Equal("netpoints.revoked", Audited(change));
    }

    [Fact]
    public void More_than_there_are_is_refused() =>
        Assert.Equal(
            PointsRefusals.TooMany(5).Key,
            Assert.Throws<Refusal>(() => Grant(Having(5), -6, "why")).Key
        );

    private static string Audited(Change<AccountState> change) =>
        Assert.Single(change.Rows.Select(r => r.Row).OfType<AuditRow>()).Action;

    private static AccountState Having(int points) => Grant(new(), points, "before").Next;

    private static Change<AccountState> Grant(AccountState state, int points, string reason) =>
        NetPoints.Grant(
            state,
            Samples.Account,
            $"g{points}",
            points,
            reason,
            Samples.By(),
            Terms,
            Samples.Now
        );
}
