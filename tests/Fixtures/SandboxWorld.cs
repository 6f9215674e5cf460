using System.Net.Http.Json;
using Elizon.Grains.Providers.Mollie;
using Elizon.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Fixtures;

/// <summary>The sandbox in this process, on free ports, for tests that meet the outside world.</summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    private readonly string _folder;
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

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

    /// <summary>Switches a fault on, as described in docs/sandbox.md.</summary>
    public async Task Fault(string simulator, string fault, object parameters) =>
        (
            await _http.PutAsJsonAsync(
                new Uri(Host.Control, $"control/faults/{simulator}/{fault}"),
                parameters
            )
        ).EnsureSuccessStatusCode();

    public async Task NoFaults() =>
        (
            await _http.DeleteAsync(new Uri(Host.Control, "control/faults"))
        ).EnsureSuccessStatusCode();

    /// <summary>The payer's click on the provider's page.</summary>
    public async Task Pay(string checkoutUrl, string status = "paid")
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["status"] = status }
        );
        using var answer = await _http.PostAsync(new Uri(checkoutUrl), form);
        if ((int)answer.StatusCode >= 400)
            throw new InvalidOperationException($"{checkoutUrl} answers {answer.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
