using Elizon.Cli.Commands;

namespace Elizon.Cli.Tests.Commands;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("30d", 30 * 86_400)]
    [InlineData("1d12h", 86_400 + 12 * 3_600)]
    [InlineData("45m", 45 * 60)]
    [InlineData("90s", 90)]
    public void Days_hours_minutes_and_seconds_are_read(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Durations.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("0d")]
    [InlineData("12")]
    [InlineData("-1d")]
    [InlineData("1h1d")]
    [InlineData("4000d")]
    [InlineData("P30D")]
    public void Anything_else_is_none(string text) => Assert.Null(Durations.Read(text));
}
