using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>One rule of a Laravel rule list, <c>between:1,64</c> as name <c>between</c> and two parameters.</summary>
/// <param name="Name">Snake case, as the error's <c>meta.rule</c> shows it.</param>
/// <param name="Parameters">Comma separated in the source; a <c>regex</c> keeps its text whole.</param>
internal sealed record LaravelRule(string Name, IReadOnlyList<string> Parameters)
{
    /// <summary>A rule that needs the panel's tables (unique, exists) or has its own class brings its test along.</summary>
    public Func<JsonNode?, bool>? Passes { get; init; }

    /// <summary>Text of a failed custom rule; the panel's language file serves the others.</summary>
    public string? Message { get; init; }

    public static LaravelRule Unique(Func<JsonNode?, bool> free) =>
        new("unique", []) { Passes = free };

    public static LaravelRule Exists(Func<JsonNode?, bool> known) =>
        new("exists", []) { Passes = known };

    public static LaravelRule In(IEnumerable<string> values) => new("in", [.. values]);
}
