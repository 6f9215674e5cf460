using System.Net.Http.Json;
using System.Text.Json;

namespace Elizon.Processes;

/// <summary>The first staff account, logged in.</summary>
public sealed class Staff(HttpClient http) : IDisposable
{
    public static async Task<Staff> LogIn(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync(
            "/api/auth/login",
            new { email = PlatformProcess.StaffEmail, password = PlatformProcess.StaffPassword }
        );
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            body.GetProperty("token").GetString()
        );
        return new Staff(http);
    }

    public async Task<JsonElement> Get(string path) =>
        await http.GetFromJsonAsync<JsonElement>(path);

    public async Task Do(HttpMethod method, string path, string reason, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("X-Reason", reason);
        using var answer = await http.SendAsync(request);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{path}: {await answer.Content.ReadAsStringAsync()}"
        );
    }

    public void Dispose() => http.Dispose();
}
