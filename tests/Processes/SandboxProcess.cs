using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Elizon.Processes;

/// <summary>The outside world as a process of its own: it lives on when the platform is killed.</summary>
public sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly ElizonProcess _process;
    private readonly string _folder;

    private SandboxProcess(ElizonProcess process, string folder, int port)
    {
        (_process, _folder, Port) = (process, folder, port);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public int Port { get; }

    public int PanelPort => Port + 1;

    public int SmtpPort => Port + 5;

    public HttpClient Http { get; }

    public static async Task<SandboxProcess> Start(params string[] settings)
    {
        var port = ElizonProcess.FreePort();
        var folder = Directory.CreateTempSubdirectory("elizon-sandbox-").FullName;
        string[] arguments =
        [
            "--Sandbox:StopWithInput=true",
            $"--Sandbox:Port={port}",
            $"--Sandbox:PanelPort={port + 1}",
            .. Enumerable.Range(0, 3).Select(n => $"--Sandbox:NodePorts:{n}={port + 2 + n}"),
            $"--Sandbox:SmtpPort={port + 5}",
            $"--Sandbox:DataPath={folder}",
            "--Logging:LogLevel:Default=Warning",
            // The rate limits of a real panel would only stretch the test.
            "--Sandbox:Pterodactyl:ApplicationRateLimit=100000",
            "--Sandbox:Pterodactyl:ClientRateLimit=100000",
            "--Sandbox:Pterodactyl:InstallAtLeast=00:00:01",
            "--Sandbox:Pterodactyl:InstallAtMost=00:00:02",
            "--Sandbox:Pterodactyl:StartAtLeast=00:00:01",
            "--Sandbox:Pterodactyl:StartAtMost=00:00:02",
            .. settings,
        ];
        var sandbox = new SandboxProcess(
            ElizonProcess.Start("Elizon.Sandbox", arguments),
            folder,
            port
        );
        await Wait.For(
            async () => (await sandbox.Http.GetAsync("/control/addresses")).IsSuccessStatusCode,
            "the sandbox answers",
            () => sandbox._process.Said
        );
        return sandbox;
    }

    /// <summary>Switches a fault on, as described in docs/sandbox.md.</summary>
    public async Task Fault(string simulator, string fault, object parameters) =>
        (
            await Http.PutAsJsonAsync($"/control/faults/{simulator}/{fault}", parameters)
        ).EnsureSuccessStatusCode();

    public async Task NoFaults() =>
        (await Http.DeleteAsync("/control/faults")).EnsureSuccessStatusCode();

    public async Task<string> Code(string email)
    {
        string? code = null;
        await Wait.For(
            async () =>
            {
                foreach (var mail in await Mails(email))
                    code ??= SixDigits().Match(mail.GetProperty("text").GetString() ?? "")
                        is { Success: true } match
                        ? match.Value
                        : null;
                return code is not null;
            },
            $"a code is mailed to {email}"
        );
        return code!;
    }

    public async Task<JsonElement[]> Mails(string email) =>
        [
            .. (
                await Http.GetFromJsonAsync<JsonElement>(
                    $"/mail?limit=100000&to={Uri.EscapeDataString(email)}"
                )
            )
                .GetProperty("messages")
                .EnumerateArray(),
        ];

    /// <summary>What really is at the panel.</summary>
    public async Task<JsonElement[]> Servers() =>
        [
            .. (await Http.GetFromJsonAsync<JsonElement>("/control/pterodactyl/servers"))
                .GetProperty("servers")
                .EnumerateArray(),
        ];

    public async Task<JsonElement> Server(string externalId) =>
        (await Servers()).Single(s => s.GetProperty("externalId").GetString() == externalId);

    /// <summary>The server of this service prints numbered lines, beginning with 1.</summary>
    public async Task Print(string externalId, string text, int count, int perSecond)
    {
        var uuid = (await Server(externalId)).GetProperty("uuid").GetString();
        using var answer = await Http.PostAsJsonAsync(
            $"/control/pterodactyl/servers/{uuid}/print",
            new
            {
                text,
                count,
                from = 1,
                perSecond,
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    public async Task RestartDaemonOf(string externalId)
    {
        var node = (await Server(externalId)).GetProperty("node");
        using var answer = await Http.PostAsync(
            new Uri($"/control/pterodactyl/nodes/{node}/restart", UriKind.Relative),
            null
        );
        answer.EnsureSuccessStatusCode();
    }

    public static async Task Pay(string checkoutUrl, string status = "paid")
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["status"] = status }
        );
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.PostAsync(new Uri(checkoutUrl), form);
        Assert.True((int)answer.StatusCode < 400, $"{checkoutUrl}: {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
