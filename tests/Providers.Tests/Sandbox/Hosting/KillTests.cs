using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Providers.Tests.Sandbox.Mail;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class KillTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("elizon-sandbox-kill-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task What_was_answered_is_there_after_a_hard_kill()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            "test_sandbox_elizon_0000000000000000"
        );
        string id;
        using (var first = await SandboxProcess.Start(_data.FullName))
        {
            id = await CreatePaid(http, first);
            await Letter.To("kill@example.com", "Before the kill").Send(first.SmtpPort);
            (
                await http.PostAsJsonAsync(
                    new Uri(first.Control, "control/clock"),
                    new { advanceSeconds = 60 }
                )
            ).Dispose();
            await first.Kill();
        }

        using var second = await SandboxProcess.Start(_data.FullName);

        var payment = await Get(http, second, $"mollie/v2/payments/{id}");
        var mail = await Get(http, second, "mail?to=kill@example.com");
        var clock = await Get(http, second, "control/clock");
        Assert.Equal("paid", (string?)payment["status"]);
        Assert.Equal("Before the kill", (string?)mail["messages"]![0]!["subject"]);
        Assert.Equal(60, (double)clock["offsetSeconds"]!);
    }

    private static async Task<string> CreatePaid(HttpClient http, SandboxProcess sandbox)
    {
        var order = new
        {
            amount = new { currency = "EUR", value = "10.00" },
            description = "Top-up",
            redirectUrl = new Uri(sandbox.Control, "control/clock"),
        };
        using var created = await http.PostAsJsonAsync(
            new Uri(sandbox.Control, "mollie/v2/payments"),
            order
        );
        var id = (string)(await created.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        using var form = new FormUrlEncodedContent([new("status", "paid")]);
        (await http.PostAsync(new Uri(sandbox.Control, $"mollie/checkout/{id}"), form)).Dispose();
        return id;
    }

    private static async Task<JsonNode> Get(HttpClient http, SandboxProcess sandbox, string path) =>
        (await http.GetFromJsonAsync<JsonNode>(new Uri(sandbox.Control, path)))!;
}
