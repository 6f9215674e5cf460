using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Api.Replies;

/// <summary>The body of every error.</summary>
/// <param name="Success">Always false.</param>
/// <param name="Error">A sentence for people.</param>
/// <param name="ErrorKey">Stable, for programs: "subscription.alreadyCancelled".</param>
/// <param name="ValidationErrors">Every fault found, one sentence each.</param>
/// <param name="RetryAfter">Seconds until another try makes sense.</param>
/// <param name="Trace">What support needs to find the cause in the logs.</param>
public sealed record ErrorReply(
    [property: JsonPropertyOrder(-1)] bool Success,
    string Error,
    string ErrorKey,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string[]? ValidationErrors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Trace = null
)
{
    internal static ErrorReply Of(Refusal refusal) =>
        new(
            false,
            refusal.Message,
            refusal.Key,
            refusal.ValidationErrors is { Length: > 0 } faults ? faults : null,
            refusal.RetryAfterSeconds
        );

    internal static ErrorReply Fault(string trace) =>
        new(
            false,
            "Something went wrong on our side. Support can find it by the trace.",
            "internal",
            Trace: trace
        );

    internal async Task Write(HttpContext http, int status)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Replies);
        http.Response.StatusCode = status;
        http.Response.ContentType = ApiJson.ContentType;
        http.Response.ContentLength = body.Length;
        if (RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
