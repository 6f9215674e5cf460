using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Panel.Schedules;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class CronTests
{
    [Theory]
    [InlineData("* * * * *", "2026-03-01 10:01")]
    [InlineData("*/15 * * * *", "2026-03-01 10:15")]
    [InlineData("0 4 * * *", "2026-03-02 04:00")]
    [InlineData("30 9-11 * * *", "2026-03-01 10:30")]
    [InlineData("0 0 1 1 *", "2027-01-01 00:00")]
    [InlineData("0 0 31 * *", "2026-03-31 00:00")]
    [InlineData("0 0 29 2 *", "2028-02-29 00:00")]
    [InlineData("0 12 * * 1,3", "2026-03-02 12:00")]
    [InlineData("0 12 * * 7", "2026-03-01 12:00")]
    [InlineData("0 0 15 * 1", "2026-03-02 00:00")]
    public void The_next_run_is_the_first_match_after_now(string expression, string expected)
    {
        var fields = expression.Split(' ');
        var now = new DateTimeOffset(2026, 3, 1, 10, 0, 20, TimeSpan.Zero);

        var next = CronExpression
            .Parse(fields[0], fields[1], fields[2], fields[3], fields[4])!
            .Next(now);

        Assert.Equal(expected, next?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("60", "*")]
    [InlineData("a", "*")]
    [InlineData("5-1", "*")]
    [InlineData("*/0", "*")]
    [InlineData("0", "24")]
    public void Nonsense_is_no_expression(string minute, string hour) =>
        Assert.Null(CronExpression.Parse(minute, hour, "*", "*", "*"));

    [Fact]
    public void A_day_that_never_comes_has_no_next_run() =>
        Assert.Null(
            CronExpression
                .Parse("0", "0", "30", "2", "*")!
                .Next(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero))
        );
}
