using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Providers.Tests.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class PanelKillTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("elizon-panel-kill-");
    private readonly HttpClient _http = new();

    public PanelKillTests()
    {
        _http.DefaultRequestHeaders.Accept.Add(
            new MediaTypeWithQualityHeaderValue("application/json")
        );
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            new PterodactylOptions().ApplicationKey
        );
    }

    public void Dispose()
    {
        _http.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_that_was_answered_is_there_after_a_hard_kill_and_counts_as_usable()
    {
        using (var first = await SandboxProcess.Start(_data.FullName))
        {
            using var created = await _http.PostAsJsonAsync(await Servers(first), Body());
            Assert.Equal(201, (int)created.StatusCode);
            await first.Kill();
        }

        using var second = await SandboxProcess.Start(_data.FullName);

        var server = await _http.GetFromJsonAsync<JsonNode>(
            new Uri($"{await Servers(second)}/external/svc_kill")
        );
        Assert.Equal(1, (int)server!["attributes"]!["id"]!);
        // As after any start of a daemon: what it was installing is not installed any further.
        Assert.Null((string?)server["attributes"]!["status"]);
    }

    private async Task<Uri> Servers(SandboxProcess sandbox)
    {
        var addresses = await _http.GetFromJsonAsync<JsonNode>(
            new Uri(sandbox.Control, "control/addresses")
        );
        return new Uri(new Uri((string)addresses!["panel"]!), "api/application/servers");
    }

    private static object Body() =>
        new
        {
            name = "mc",
            external_id = "svc_kill",
            user = 1,
            egg = 1,
            docker_image = "ghcr.io/pterodactyl/yolks:java_21",
            startup = "java -jar {{SERVER_JARFILE}}",
            environment = new Dictionary<string, string>
            {
                ["SERVER_JARFILE"] = "server.jar",
                ["BUILD_NUMBER"] = "latest",
            },
            limits = new
            {
                memory = 1024,
                swap = 0,
                disk = 1024,
                io = 500,
                cpu = 100,
            },
            feature_limits = new { databases = 0, backups = 0 },
            allocation = new { @default = 1 },
        };
}
