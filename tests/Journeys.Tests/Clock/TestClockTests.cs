using Elizon.Api.Hosting;
using Elizon.Grains.Clock;
using Elizon.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Journeys.Tests.Clock;

public sealed class TestClockTests
{
    private const string Sandbox = "http://127.0.0.1:8090";

    [Fact]
    public void Time_is_real_unless_it_is_switched_on() =>
        Assert.Same(TimeProvider.System, Of(null, $"{Sandbox}/mollie/v2"));

    [Fact]
    public void Time_moves_before_the_sandbox() =>
        Assert.IsType<MovableClock>(Of(Sandbox, $"{Sandbox}/mollie/v2"));

    [Theory]
    [InlineData(Sandbox, "https://api.mollie.com/v2")]
    [InlineData(Sandbox, "http://127.0.0.1:8091/mollie/v2")]
    [InlineData(Sandbox, null)]
    [InlineData("yes", $"{Sandbox}/mollie/v2")]
    public void Time_does_not_move_where_money_may_be_real(string clock, string? payments) =>
        Assert.Throws<CannotStartException>(() => Of(clock, payments));

    private static TimeProvider Of(string? clock, string? payments) =>
        new ServiceCollection()
            .AddPlatformClock(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["Elizon:TestClock"] = clock,
                            ["Mollie:BaseUrl"] = payments,
                        }
                    )
                    .Build()
            )
            .BuildServiceProvider()
            .GetRequiredService<TimeProvider>();
}
