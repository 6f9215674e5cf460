using Elizon.Grains.Providers.Mollie;
using Elizon.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Fixtures;

/// <summary>The sandbox in this process, on free ports, for tests that meet the outside world.</summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    private readonly string _folder;

    private SandboxWorld(SandboxHost host, string folder) => (Host, _folder) = (host, folder);

    public SandboxHost Host { get; }

    public static async Task<SandboxWorld> Start(Action<SandboxOptions>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("elizon-world-").FullName;
        var options = new SandboxOptions
        {
            Port = 0,
            PanelPort = 0,
            NodePorts = [0, 0, 0],
            SmtpPort = 0,
            DataPath = folder,
        };
        settings?.Invoke(options);
        return new SandboxWorld(
            await SandboxHost.StartAsync(options, TimeProvider.System, CancellationToken.None),
            folder
        );
    }

    /// <summary>Points a silo's payments here.</summary>
    public void Connect(IServiceCollection silo) =>
        silo.Configure<MollieOptions>(o =>
        {
            o.BaseUrl = new Uri(Host.Control, "mollie/v2").ToString();
            o.ApiKey = "test_sandbox_elizon_0000000000000000";
            // Nobody listens there: a test that wants notices delivers them itself.
            o.WebhookUrl ??= "http://127.0.0.1:9/api/webhooks/mollie";
        });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
