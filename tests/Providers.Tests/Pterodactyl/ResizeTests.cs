using Elizon.Catalog;
using Elizon.Grains.Providers;

namespace Elizon.Providers.Tests.Pterodactyl;

public sealed class ResizeTests : HostTest
{
    [Fact]
    public async Task A_new_size_is_set_once_and_keeps_the_rest()
    {
        var made = await Made();
        await Quiet();
        var limits = new PlanLimits(4096, 8192, 200, 0, 500, 1, 2, 3);

        Assert.True((await Panel.Resize(new ServiceId("svc1"), made.Server, limits)).IsDone);
        Assert.True((await Panel.Resize(new ServiceId("svc1"), made.Server, limits)).IsDone);

        Assert.Single(Calls.Latest, call => call.Method == "PATCH");
        var seen = (await Panel.Find(new ServiceId("svc1"))).Value!;
        Assert.Equal(
            (made.Ip, made.Port, made.Tag, made.Name),
            (seen.Ip, seen.Port, seen.Tag, seen.Name)
        );
    }

    [Fact]
    public async Task Only_our_own_server_gets_another_size()
    {
        var others = await Made("theirs");
        var resized = await Panel.Resize(
            new ServiceId("mine"),
            others.Server,
            new PlanLimits(4096, 8192, 200)
        );
        Assert.Equal(RefusedFor.Missing, resized.For);
        Assert.DoesNotContain(Calls.Latest, call => call.Method == "PATCH");
    }
}
