using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Grains.Providers.Vies.Wire;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Vies;

/// <summary>Calls of the VIES REST interface. Never throws for what VIES or the network does.</summary>
internal sealed class ViesApi(IHttpClientFactory clients, IOptions<ViesOptions> options)
{
    public const string ClientName = "vies";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Null when there was no answer, or none that can be read.</summary>
    public async Task<ViesAnswer?> Check(ViesQuestion question, TimeSpan patience)
    {
        using var ends = new CancellationTokenSource(patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await clients
                .CreateClient(ClientName)
                .PostAsJsonAsync(
                    $"{options.Value.BaseUrl.TrimEnd('/')}/check-vat-number",
                    question,
                    Json,
                    ends.Token
                );
            var answer = await response.Content.ReadFromJsonAsync<ViesAnswer>(Json, ends.Token);
            StorageMetrics.Upstream(
                ClientName,
                (int)response.StatusCode,
                Stopwatch.GetElapsedTime(started)
            );
            return response.IsSuccessStatusCode || answer?.ErrorWrappers is not null
                ? answer
                : null;
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or IOException
            )
        {
            StorageMetrics.Upstream(ClientName, 0, Stopwatch.GetElapsedTime(started));
            return null;
        }
    }
}
