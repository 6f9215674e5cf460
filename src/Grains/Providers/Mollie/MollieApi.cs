using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>
/// Calls of the Mollie API: key, idempotency, patience. Never throws for what Mollie or the network does; a caller whose
/// own time is over gets an unknown outcome too.
/// </summary>
internal sealed class MollieApi(IHttpClientFactory clients, IOptions<MollieOptions> options)
{
    public const string ClientName = "mollie";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public Task<MollieAnswer> Get(string path, CancellationToken cancellation = default) =>
        Send(HttpMethod.Get, path, null, null, cancellation);

    public Task<MollieAnswer> Post(
        string path,
        object body,
        string idempotencyKey,
        CancellationToken cancellation = default
    ) => Send(HttpMethod.Post, path, body, idempotencyKey, cancellation);

    public Task<MollieAnswer> Delete(string path, CancellationToken cancellation = default) =>
        Send(HttpMethod.Delete, path, null, null, cancellation);

    private async Task<MollieAnswer> Send(
        HttpMethod method,
        string path,
        object? body,
        string? idempotencyKey,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(
            method,
            options.Value.BaseUrl.TrimEnd('/') + path
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            options.Value.ApiKey
        );
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await clients
                .CreateClient(ClientName)
                .SendAsync(request, patience.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(patience.Token);
            StorageMetrics.Upstream(
                "mollie",
                (int)response.StatusCode,
                Stopwatch.GetElapsedTime(started)
            );
            return new MollieAnswer(
                (int)response.StatusCode,
                bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes),
                Sent: true
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
            return new MollieAnswer(0, default, Sent: false);
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or IOException
            )
        {
            StorageMetrics.Upstream("mollie", 0, Stopwatch.GetElapsedTime(started));
            return new MollieAnswer(0, default, Sent: true);
        }
    }
}

/// <summary>What Mollie said to one call.</summary>
internal sealed record MollieAnswer(int Status, JsonElement Body, bool Sent)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>409: the same request is still running there; 5xx and no answer: it may have been done.</summary>
    public Outcome<T> Failed<T>()
    {
        var reason =
            Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("detail", out var detail)
                ? detail.ToString()
                : $"HTTP {Status}";
        return Status switch
        {
            0 => Sent
                ? Outcome<T>.Unknown("No usable answer.")
                : Outcome<T>.Refused(RefusedFor.Down, "Mollie cannot be reached."),
            401 or 403 => Outcome<T>.Refused(RefusedFor.Rights, reason),
            404 => Outcome<T>.Refused(RefusedFor.Missing, reason),
            429 or 503 => Outcome<T>.Refused(RefusedFor.Down, reason),
            409 or >= 500 => Outcome<T>.Unknown(reason),
            _ => Outcome<T>.Refused(RefusedFor.Invalid, reason),
        };
    }
}
