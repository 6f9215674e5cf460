using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Elizon.Sandbox.Pterodactyl;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>A panel with three nodes whose processes take tenths of a second.</summary>
public abstract class PterodactylTest : SandboxTest
{
    protected const string Application = "api/application/";
    protected const string Client = "api/client/";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    protected static PterodactylOptions Keys { get; } = new();

    protected override void Configure(SandboxOptions options)
    {
        options.NodePorts = [0, 0, 0];
        var panel = options.Pterodactyl;
        panel.AllocationsPerNode = 10;
        panel.ApplicationRateLimit = panel.ClientRateLimit = 100_000;
        panel.InstallAtLeast = panel.InstallAtMost = Short;
        panel.StartAtLeast = panel.StartAtMost = Short;
        panel.StopAtLeast = panel.StopAtMost = Short;
        panel.BackupTime = Short;
        panel.DaemonRestartTime = Short;
        panel.Chatter = TimeSpan.Zero;
        panel.ResourcesCache = TimeSpan.Zero;
    }

    /// <summary>Sends one call with the administrator's key of that API, or with <paramref name="key"/>.</summary>
    protected async Task<HttpResponseMessage> Call(
        HttpMethod method,
        string path,
        object? body = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(Host.Panel, path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var standard = path.StartsWith(Application, StringComparison.Ordinal)
            ? Keys.ApplicationKey
            : Keys.ClientKey;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? standard);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        return await Http.SendAsync(request);
    }

    /// <summary>The answer's JSON, after its status was checked.</summary>
    protected async Task<JsonNode> Json(
        HttpMethod method,
        string path,
        object? body = null,
        string? key = null,
        HttpStatusCode expect = HttpStatusCode.OK
    )
    {
        using var answer = await Call(method, path, body, key);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expect == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    protected Task<JsonNode> Get(
        string path,
        string? key = null,
        HttpStatusCode expect = HttpStatusCode.OK
    ) => Json(HttpMethod.Get, path, null, key, expect);

    protected Task<JsonNode> Post(
        string path,
        object? body = null,
        HttpStatusCode expect = HttpStatusCode.NoContent,
        string? key = null
    ) => Json(HttpMethod.Post, path, body, key, expect);

    /// <summary>Expects a refusal; gives its first error.</summary>
    protected async Task<PanelError> Refused(
        HttpMethod method,
        string path,
        object? body = null,
        string? key = null
    )
    {
        using var answer = await Call(method, path, body, key);
        return PanelError.Of(answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A new key, made as an administrator would on the panel's pages.</summary>
    protected async Task<string> NewKey(object body)
    {
        using var answer = await Http.PostAsJsonAsync(Control("control/pterodactyl/keys"), body);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["key"]!;
    }

    protected async Task<int> NewUser(string name = "player")
    {
        var body = new
        {
            email = $"{name}@example.com",
            username = name,
            first_name = "Pat",
            last_name = "Layer",
        };
        var user = await Post($"{Application}users", body, HttpStatusCode.Created);
        return (int)user["attributes"]!["id"]!;
    }

    protected async Task<JsonNode> ControlPost(string path, object? body = null)
    {
        using var answer = await Http.PostAsJsonAsync(
            Control($"control/pterodactyl/{path}"),
            body ?? new { }
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
