using System.Net;
using System.Text.Json;
using Elizon.Api.Tests.OpenApi;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>Sends what <see cref="BadRequests"/> makes and says what was wrong with the answers.</summary>
public sealed class Fuzzer(
    HttpClient http,
    ElizonCluster cluster,
    Func<ApiOperation, string, string> pathValue,
    Signer signer
)
{
    public int Sent { get; private set; }

    /// <summary>Input that breaks the document: refused, and no table changes.</summary>
    public async Task<string[]> Breaking(ApiOperation operation)
    {
        // Its person first, with all that follows from a sign-up.
        using var nobody = new HttpRequestMessage();
        await signer.Sign(operation, nobody);
        await cluster.Quiet();
        var before = await RowCounts.Read(cluster.Database);
        var faults = await Send(operation, r => r.Breaks);
        var after = await RowCounts.Read(cluster.Database);
        return
        [
            .. faults,
            .. RowCounts.Differences(before, after).Select(d => $"{operation}: rows {d}"),
        ];
    }

    /// <summary>Input that is odd but fits: whatever the answer, it is never a fault of ours.</summary>
    public Task<string[]> Odd(ApiOperation operation) => Send(operation, r => !r.Breaks);

    public async Task<string[]> Send(ApiOperation operation, BadRequest bad)
    {
        using var request = bad.Make();
        await signer.Sign(operation, request);
        Sent++;
        try
        {
            using var answer = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead
            );
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
                signer.Forget(operation);
            return [.. (await Faults(bad, answer)).Select(f => $"{operation}, {bad.What}: {f}")];
        }
        catch (HttpRequestException error)
        {
            return
            [
                $"{operation}, {bad.What}: no answer ({error.InnerException?.Message ?? error.Message})",
            ];
        }
    }

    private async Task<string[]> Send(ApiOperation operation, Func<BadRequest, bool> which)
    {
        var faults = new List<string>();
        var requests = new BadRequests(operation, name => pathValue(operation, name));
        foreach (var request in requests.All().Where(which))
            faults.AddRange(await Send(operation, request));
        return [.. faults];
    }

    private static async Task<IReadOnlyList<string>> Faults(
        BadRequest bad,
        HttpResponseMessage answer
    )
    {
        var status = (int)answer.StatusCode;
        var faults = new List<string>();
        if (status >= 500)
            faults.Add($"{status}");
        if (bad.Breaks && status is < 400 or >= 500)
            faults.Add($"{status} where a 4xx is due");
        if (bad.Status is { } only && status != only)
            faults.Add($"{status} instead of {only}");
        if (status >= 400 && await Envelope(answer) is { } wrong)
            faults.Add(wrong);
        return faults;
    }

    private static async Task<string?> Envelope(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        try
        {
            using var body = JsonDocument.Parse(text);
            return
                !body.RootElement.GetProperty("success").GetBoolean()
                && body.RootElement.GetProperty("error").GetString() is { Length: > 0 }
                && body.RootElement.GetProperty("errorKey").GetString() is { Length: > 0 }
                ? null
                : $"not the envelope: {text}";
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException)
        {
            return $"not the envelope: {(int)answer.StatusCode} '{text}'";
        }
    }
}
