using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>
/// Calls of both APIs of one panel: keys, headers, the shared rate budget, the log. It never throws for what the panel or
/// the network does.
/// </summary>
internal sealed partial class PterodactylApi(
    HttpClient http,
    string panel,
    string applicationKey,
    string clientKey,
    LineCalls calls
)
{
    /// <summary>Longer than the panel's own patience with a daemon (15 s).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public string Panel => panel;

    public Task<PanelAnswer> Application(HttpMethod method, string path, object? body = null) =>
        Send("application", applicationKey, method, path, body);

    public Task<PanelAnswer> Client(HttpMethod method, string path, object? body = null) =>
        Send("client", clientKey, method, path, body);

    private async Task<PanelAnswer> Send(
        string api,
        string key,
        HttpMethod method,
        string path,
        object? body
    )
    {
        var wait = calls.Wait(api);
        if (wait > LongestWait)
            return new PanelAnswer(429, default, Sent: false, "The panel's rate limit is used up.");
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait);
        var started = Stopwatch.GetTimestamp();
        using var request = Request(api, key, method, path, body);
        var answer = await Answer(api, request);
        calls.Note(
            method.Method,
            Ids().Replace($"/api/{api}{path.Split('?')[0]}", "/{}"),
            answer.Status,
            Stopwatch.GetElapsedTime(started),
            answer.Failure
        );
        return answer;
    }

    private HttpRequestMessage Request(
        string api,
        string key,
        HttpMethod method,
        string path,
        object? body
    )
    {
        var request = new HttpRequestMessage(method, $"{panel}/api/{api}{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        // Without it errors come as redirects to the login page.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return request;
    }

    private async Task<PanelAnswer> Answer(string api, HttpRequestMessage request)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            Budget(api, response);
            var bytes = await response.Content.ReadAsByteArrayAsync(patience.Token);
            return new PanelAnswer(
                (int)response.StatusCode,
                bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes),
                Sent: true,
                null
            );
        }
        catch (HttpRequestException error)
            when (error.InnerException
                    is SocketException
                    {
                        SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound
                    }
            )
        {
            return new PanelAnswer(0, default, Sent: false, "The panel cannot be reached.");
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or IOException
            )
        {
            return new PanelAnswer(
                0,
                default,
                Sent: true,
                $"No usable answer ({error.GetType().Name})."
            );
        }
    }

    private void Budget(string api, HttpResponseMessage response)
    {
        if (
            response.Headers.TryGetValues("X-RateLimit-Remaining", out var values)
            && int.TryParse(
                values.First(),
                System.Globalization.CultureInfo.InvariantCulture,
                out var left
            )
        )
            calls.Budget(api, left);
        if ((int)response.StatusCode == 429)
            calls.Block(api, response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex(
        "/(external/)?[^/]*[0-9][^/]*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Ids();
}
