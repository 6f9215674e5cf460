using System.Text.Json;

namespace Elizon.Cli.Access;

/// <summary>An answer of the platform, or none.</summary>
internal sealed record ApiAnswer(int Status, string Text, TimeSpan? RetryAfter)
{
    /// <summary>Nobody answered: whether the call arrived is not known.</summary>
    public static ApiAnswer None(Uri address, Exception error) =>
        new(
            0,
            $"{address.GetLeftPart(UriPartial.Authority)} does not answer ({Root(error)}).",
            null
        );

    /// <summary>False where the same call may get another answer in a moment.</summary>
    public bool IsFinal => Status is not (0 or 429 or 502 or 503 or 504);

    public TimeSpan Pause(int attempt) =>
        RetryAfter is { } wait && wait < TimeSpan.FromMinutes(1)
            ? wait
            : TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt));

    /// <exception cref="CliFault">For everything but success.</exception>
    public JsonElement Body()
    {
        if (Status == 0)
            throw new CliFault(
                ExitCode.Unreachable,
                Text,
                "Is the platform running? './run' starts it; --api says where."
            );
        var body = Parse();
        if (Status is >= 200 and < 300 && body is { } good)
            return good;
        throw Fault(body);
    }

    private CliFault Fault(JsonElement? body)
    {
        var error = Member(body, "error") ?? $"The platform answered {Status}.";
        var trace = Member(body, "trace") is { } id ? $"Trace {id}; look for it in the log." : null;
        return Status switch
        {
            401 => new CliFault(ExitCode.Denied, error, "Log in again with 'elizon login'."),
            403 => new CliFault(ExitCode.Denied, error),
            429 or >= 500 => new CliFault(ExitCode.Unreachable, error, trace),
            _ => new CliFault(ExitCode.Failed, error, null, Faults(body, error)),
        };
    }

    private JsonElement? Parse()
    {
        try
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Member(JsonElement? body, string name) =>
        body is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static string[] Faults(JsonElement? body, string error) =>
        body is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("validationErrors", out var faults)
            ? [.. faults.EnumerateArray().Select(f => f.GetString()!).Where(f => f != error)]
            : [];

    private static string Root(Exception error) =>
        error.InnerException is { } inner ? Root(inner) : error.Message;
}
