using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Pterodactyl;
using Elizon.Grains.Providers.Settings;

namespace Elizon.Providers.Tests.Pterodactyl;

public sealed class CreateTests : HostTest
{
    [Fact]
    public async Task A_server_is_made_with_our_tag_and_an_address()
    {
        var made = await Made();
        Assert.Equal(new ServiceId("svc1"), made.Tag);
        Assert.NotNull(made.Ip);
        Assert.InRange(made.Port!.Value, 1025, 65535);
    }

    [Fact]
    public async Task Made_twice_it_is_one_server()
    {
        var first = await Made();
        var second = await Made();
        Assert.Equal(first.Server, second.Server);
        Assert.Equal(["svc1"], await Tags());
    }

    [Fact]
    public async Task Two_creates_at_once_make_one_server()
    {
        var made = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Panel.Create(Spec(), Game))
        );
        Assert.Equal(["svc1"], await Tags());
        Assert.All(
            made.Where(m => m.IsDone),
            m => Assert.Equal(made.First(o => o.IsDone).Value!.Server, m.Value!.Server)
        );
    }

    [Fact]
    public async Task A_lost_answer_to_the_create_is_found_again()
    {
        await SwitchOn(
            "pterodactyl",
            "create.lost-answer",
            new { remaining = 1, delayMilliseconds = 50 }
        );
        await Made();
        Assert.Equal(["svc1"], await Tags());
    }

    [Fact]
    public async Task A_create_that_failed_at_the_node_is_unknown_or_refused_and_leaves_nothing()
    {
        await SwitchOn(
            "pterodactyl",
            "create.failed",
            new { remaining = 1, delayMilliseconds = 50 }
        );
        var made = await Panel.Create(Spec(), Game);
        Assert.False(made.IsDone);
        Assert.Empty(await Tags());
    }

    [Fact]
    public async Task A_port_that_another_create_took_is_replaced_by_another()
    {
        await SwitchOn("pterodactyl", "allocation.race", new { remaining = 1 });
        await Made();
        Assert.Equal(["svc1"], await Tags());
    }

    [Fact]
    public async Task A_fault_of_the_panel_is_unknown()
    {
        await SwitchOn(
            "pterodactyl",
            "http.500",
            new { target = "GET /api/application/servers/external/{id}" }
        );
        await SwitchOn("pterodactyl", "http.500");
        Assert.Equal(OutcomeKind.Unknown, (await Panel.Find(new ServiceId("svc1"))).Kind);
    }

    [Fact]
    public async Task A_location_the_panel_does_not_have_is_a_lack_of_room() =>
        Assert.Equal(RefusedFor.Capacity, (await Panel.Create(Spec(location: "moon"), Game)).For);

    [Fact]
    public async Task No_port_left_is_a_lack_of_room()
    {
        for (var n = 0; n < 10; n++)
            await Made($"svc{n}");
        var full = await Panel.Create(Spec("one-more"), Game);
        Assert.Equal((OutcomeKind.Refused, RefusedFor.Capacity), (full.Kind, full.For));
    }

    [Fact]
    public async Task One_customer_is_one_user_at_the_panel_and_no_personal_datum_goes_there()
    {
        await Made("svc1");
        await Made("svc2");
        var users = (await Get($"{Application}users"))["data"]!
            .AsArray()
            .Select(u => u!["attributes"]!)
            .Where(u => (string?)u["external_id"] == "owner1");
        var user = Assert.Single(users);
        Assert.EndsWith(".invalid", (string)user["email"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_that_is_away_is_down_and_was_sent_nothing()
    {
        // Port 9 (discard) is nobody's here.
        using var http = new HttpClient();
        var away = new PterodactylHost(
            new PterodactylApi(http, "http://127.0.0.1:9", "ptla_x", "ptlc_x", Calls),
            new ProviderConnection(
                new ProviderId("away"),
                "pterodactyl",
                "http://127.0.0.1:9",
                [],
                []
            )
        );
        var found = await away.Find(new ServiceId("svc1"));
        Assert.Equal((OutcomeKind.Refused, RefusedFor.Down), (found.Kind, found.For));
    }
}
