using Elizon.Catalog;
using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Pterodactyl;
using Elizon.Grains.Providers.Settings;
using Elizon.Providers.Tests.Sandbox.Pterodactyl;

namespace Elizon.Providers.Tests.Pterodactyl;

/// <summary>The adapter before a real panel of the sandbox, without a grain between.</summary>
public abstract class HostTest : ServerTest
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private protected LineCalls Calls { get; } = new(TimeProvider.System);

    private protected IServerHost Panel { get; private set; } = null!;

    private protected EggDefinition Game { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var address = Host.Panel.ToString().TrimEnd('/');
        Panel = new PterodactylHost(
            new PterodactylApi(_http, address, Keys.ApplicationKey, Keys.ClientKey, Calls),
            new ProviderConnection(
                new ProviderId("panel-1"),
                "pterodactyl",
                address,
                [],
                new() { ["fsn"] = "de-fsn" }
            )
        );
        Game = (await Panel.Eggs()).Value!.Single(e => e.View.Key == "paper");
    }

    public override async Task DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private protected ServerSpec Spec(
        string service = "svc1",
        string owner = "owner1",
        string location = "fsn"
    ) =>
        new(
            new ServiceId(service),
            new UserId(owner),
            "My server",
            new ServicePlan(
                new ProviderId("panel-1"),
                "pterodactyl",
                new LocationId(location),
                "Falkenstein",
                "paper",
                "Paper",
                Game.View.Images.Values.First(),
                Game.View.Variables.ToDictionary(v => v.Key, v => v.DefaultValue),
                1024,
                2048,
                100,
                0,
                500,
                0,
                1,
                0
            )
        );

    private protected async Task<ServerSeen> Made(string service = "svc1")
    {
        var made = await Panel.Create(Spec(service), Game);
        Assert.True(made.IsDone, made.Reason);
        return made.Value!;
    }

    /// <summary>What really is at the panel.</summary>
    private protected async Task<string[]> Tags() =>
        [
            .. (await GetJson("control/pterodactyl/servers"))["servers"]!
                .AsArray()
                .Select(s => (string?)s!["externalId"] ?? ""),
        ];
}
