using System.Text.Json;
using Elizon.Processes;

namespace Elizon.Bench;

/// <summary>The platform (role all) and its sandbox as processes, with a customer, a key and a running server.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(SandboxProcess sandbox, PlatformProcess platform, Shopper shopper) =>
        (Sandbox, Platform, Shopper) = (sandbox, platform, shopper);

    public SandboxProcess Sandbox { get; }

    public PlatformProcess Platform { get; }

    public Shopper Shopper { get; }

    private static readonly string[] Scopes = ["services:read"];

    public string Service { get; private set; } = "";

    public string Key { get; private set; } = "";

    public static async Task<World> Start()
    {
        var sandbox = await SandboxProcess.Start();
        var platform = await PlatformProcess.Start(sandbox);
        var shopper = await Shopper.SignUp(platform.Address, sandbox, "bench");
        var world = new World(sandbox, platform, shopper)
        {
            Service = await shopper.Delivered("minecraft-s"),
        };
        var key = await shopper.Call(
            HttpMethod.Post,
            "/api/api-keys",
            new { name = "bench", scopes = Scopes }
        );
        world.Key = key.Body.GetProperty("apiKey").GetProperty("token").GetString()!;
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        Shopper.Dispose();
        await Platform.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
