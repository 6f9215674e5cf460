using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Lexware;

/// <summary>Calls of the Lexware Office API: key and patience. Never throws for what Lexware or the network does.</summary>
internal sealed class LexwareApi(IHttpClientFactory clients, IOptions<LexwareOptions> options)
{
    public const string ClientName = "lexware";

    /// <summary>Lexware itself gives up after 30 s with a 504.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Task<Outcome<T>> Get<T>(string path) => Send<T>(HttpMethod.Get, path, null);

    public Task<Outcome<T>> Post<T>(string path, object body) =>
        Send<T>(HttpMethod.Post, path, JsonContent.Create(body, options: Json));

    public async Task<Outcome<T>> Send<T>(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(
            method,
            options.Value.BaseUrl.TrimEnd('/') + path
        )
        {
            Content = content,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            options.Value.ApiKey
        );
        request.Headers.Accept.ParseAdd("application/json");
        using var patience = new CancellationTokenSource(Patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await clients
                .CreateClient(ClientName)
                .SendAsync(request, patience.Token);
            Measure((int)response.StatusCode, started);
            return response.IsSuccessStatusCode
                ? Outcome<T>.Done(
                    (await response.Content.ReadFromJsonAsync<T>(Json, patience.Token))!
                )
                : LexwareFailure.Of<T>((int)response.StatusCode, method);
        }
        catch (HttpRequestException error)
            when (error.InnerException
                    is SocketException
                    {
                        SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound
                    }
            )
        {
            return Outcome<T>.Refused(RefusedFor.Down, "Lexware cannot be reached.");
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or IOException
            )
        {
            Measure(0, started);
            return LexwareFailure.Of<T>(0, method);
        }
    }

    private static void Measure(int status, long started) =>
        StorageMetrics.Upstream(ClientName, status, Stopwatch.GetElapsedTime(started));
}
