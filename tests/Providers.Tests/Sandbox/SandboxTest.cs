using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, on free ports and a fresh data folder, reached over real sockets.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("elizon-sandbox-");

    protected SandboxHost Host { get; private set; } = null!;

    /// <summary>Follows no redirect, so that a test sees where one leads.</summary>
    protected HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected string DataPath => _data.FullName;

    protected Uri Control(string path) => new(Host.Control, path);

    public virtual async Task InitializeAsync() => Host = await Start();

    public virtual async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Http.Dispose();
        _data.Delete(recursive: true);
    }

    protected virtual void Configure(SandboxOptions options) { }

    protected async Task Restart()
    {
        await Host.DisposeAsync();
        Host = await Start();
    }

    protected async Task SwitchOn(string simulator, string fault, object? parameters = null)
    {
        using var answer = await Http.PutAsJsonAsync(
            Control($"control/faults/{simulator}/{fault}"),
            parameters ?? new { }
        );
        answer.EnsureSuccessStatusCode();
    }

    protected async Task Advance(TimeSpan by)
    {
        using var answer = await Http.PostAsJsonAsync(
            Control("control/clock"),
            new { advanceSeconds = by.TotalSeconds }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until nothing is under way in the sandbox.</summary>
    protected async Task Quiet()
    {
        var pending = await GetJson("control/pending?waitSeconds=20");
        Assert.True((bool)pending["quiet"]!, pending.ToJsonString());
    }

    protected async Task<JsonNode> GetJson(string path) =>
        (await Http.GetFromJsonAsync<JsonNode>(Control(path)))!;

    private async Task<SandboxHost> Start()
    {
        var options = new SandboxOptions
        {
            Port = 0,
            PanelPort = 0,
            NodePorts = [0, 0],
            SmtpPort = 0,
            DataPath = DataPath,
        };
        Configure(options);
#pragma warning disable RS0030 // Real sockets, so real time; what has to jump is moved by the control API.
        return await SandboxHost.StartAsync(options, TimeProvider.System, CancellationToken.None);
#pragma warning restore RS0030
    }
}
