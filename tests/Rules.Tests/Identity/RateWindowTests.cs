using Elizon.Grains.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class RateWindowTests
{
    [Fact]
    public void A_window_lets_exactly_its_limit_through_and_tells_when_it_ends()
    {
        var window = new RateWindow();
        var answers = Enumerable
            .Range(0, 5)
            .Select(i => window.Count(3, Samples.Now.AddSeconds(i)))
            .ToArray();

        Assert.Equal([true, true, true, false, false], answers.Select(a => a.Allowed));
        Assert.Equal([2, 1, 0, 0, 0], answers.Select(a => a.Remaining));
        Assert.All(answers, a => Assert.Equal(Samples.Now.AddSeconds(60), a.ResetAt));
    }

    [Fact]
    public void The_next_window_begins_with_the_first_request_after_the_end()
    {
        var window = new RateWindow();
        window.Count(1, Samples.Now);
        Assert.False(window.Count(1, Samples.Now.AddSeconds(59.9)).Allowed);
        var next = window.Count(1, Samples.Now.AddSeconds(75));
        Assert.Equal((true, Samples.Now.AddSeconds(135)), (next.Allowed, next.ResetAt));
    }
}
