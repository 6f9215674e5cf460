using System.Text.Json;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>What the panel said to one call, before anything is made of it.</summary>
/// <param name="Status">0 when there was no answer.</param>
/// <param name="Sent">False: the panel cannot have seen the call.</param>
internal sealed record PanelAnswer(int Status, JsonElement Body, bool Sent, string? Failure)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsMissing => Status == 404;

    /// <summary>Whether validation failed at this field (pterodactyl sheet, 1: one entry per failed rule).</summary>
    public bool Names(string field) =>
        Errors()
            .Any(e =>
                e.TryGetProperty("meta", out var meta)
                && meta.TryGetProperty("source_field", out var source)
                && source.GetString() == field
            );

    public bool NamesAny(string prefix) =>
        Errors()
            .Any(e =>
                e.TryGetProperty("meta", out var meta)
                && meta.TryGetProperty("source_field", out var source)
                && source.GetString()!.StartsWith(prefix, StringComparison.Ordinal)
            );

    public Outcome<T> Failed<T>()
    {
        var reason = Failure ?? Reason();
        return Status switch
        {
            0 => Sent ? Outcome<T>.Unknown(reason) : Outcome<T>.Refused(RefusedFor.Down, reason),
            429 => Outcome<T>.Refused(RefusedFor.Down, reason),
            302 or 401 or 403 => Outcome<T>.Refused(RefusedFor.Rights, reason),
            404 => Outcome<T>.Refused(RefusedFor.Missing, reason),
            409 => Outcome<T>.Refused(RefusedFor.State, reason),
            400 when reason.StartsWith("NoViable", StringComparison.Ordinal) => Outcome<T>.Refused(
                RefusedFor.Capacity,
                reason
            ),
            400 when reason.StartsWith("DaemonConnection", StringComparison.Ordinal) =>
                Outcome<T>.Refused(RefusedFor.State, reason),
            400 or 422 => Outcome<T>.Refused(RefusedFor.Invalid, reason),
            _ => Outcome<T>.Unknown(reason),
        };
    }

    /// <summary>"Code: detail" of the first error; the panel's details hold no key.</summary>
    private string Reason() =>
        Errors().Select(e => $"{Text(e, "code")}: {Text(e, "detail")}").FirstOrDefault()
        ?? $"HTTP {Status}";

    private IEnumerable<JsonElement> Errors() =>
        Body.ValueKind == JsonValueKind.Object
        && Body.TryGetProperty("errors", out var errors)
        && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray()
            : [];

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) ? value.ToString() : "";
}
