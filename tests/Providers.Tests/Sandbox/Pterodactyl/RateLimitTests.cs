using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class RateLimitTests : PterodactylTest
{
    private const int Limit = 3;

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.ClientRateLimit = Limit;
        options.Pterodactyl.ApplicationRateLimit = Limit;
    }

    [Fact]
    public async Task Each_answer_tells_what_is_left()
    {
        using var answer = await Call(HttpMethod.Get, "api/client");

        Assert.Equal("3", answer.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("2", answer.Headers.GetValues("X-RateLimit-Remaining").Single());
    }

    [Fact]
    public async Task One_budget_serves_all_keys_of_a_user()
    {
        var other = await NewKey(new { user = 1 });
        for (var i = 0; i < Limit; i++)
            await Get("api/client");

        using var answer = await Call(HttpMethod.Get, "api/client", key: other);

        var error = PanelError.Of(answer, await answer.Content.ReadAsStringAsync());
        Assert.Equal((429, "ThrottleRequestsException"), (error.Http, error.Code));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Single(answer.Headers.GetValues("X-RateLimit-Reset"));
    }

    [Fact]
    public async Task The_two_APIs_count_apart()
    {
        for (var i = 0; i < Limit; i++)
            await Get("api/client");

        await Get($"{Application}users", Keys.ClientKey);
    }
}

public sealed class TicketLimitTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.WebsocketRateLimit = 2;
    }

    [Fact]
    public async Task Console_tokens_can_have_a_budget_of_their_own()
    {
        var server = await Installed();
        await Ticket(server);
        await Ticket(server);

        var error = await Refused(HttpMethod.Get, $"{server.Path}/websocket");

        Assert.Equal((429, "ThrottleRequestsException"), (error.Http, error.Code));
    }
}
