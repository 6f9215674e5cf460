using System.Net.Http.Json;
using System.Text.Json;

namespace Elizon.Processes;

/// <summary>The first staff account, logged in.</summary>
public sealed class Staff(HttpClient http) : IDisposable
{
    public static async Task<Staff> LogIn(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        var body = await Definite(
            () =>
                http.PostAsJsonAsync(
                    "/api/auth/login",
                    new
                    {
                        email = PlatformProcess.StaffEmail,
                        password = PlatformProcess.StaffPassword,
                    }
                ),
            "staff is logged in"
        );
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            body.GetProperty("token").GetString()
        );
        return new Staff(http);
    }

    public Task<JsonElement> Get(string path) => Definite(() => http.GetAsync(path), path);

    /// <summary>Something that may be asked for twice.</summary>
    public Task<JsonElement> Ask(string path, string reason, object body) =>
        Definite(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = JsonContent.Create(body),
                };
                request.Headers.Add("X-Reason", reason);
                return await http.SendAsync(request);
            },
            path
        );

    /// <summary>Asks again while the answer is not definite: a silo that was killed is routed around within seconds.</summary>
    private static async Task<JsonElement> Definite(
        Func<Task<HttpResponseMessage>> call,
        string what
    )
    {
        var body = default(JsonElement);
        await Wait.For(
            async () =>
            {
                using var answer = await call();
                body = await answer.Content.ReadFromJsonAsync<JsonElement>();
                if ((int)answer.StatusCode >= 500)
                    return false;
                Assert.True(answer.IsSuccessStatusCode, body.ToString());
                return true;
            },
            what,
            () => body.ToString()
        );
        return body;
    }

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
