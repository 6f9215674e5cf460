namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>One failed rule of one field: an entry of the 422 answer.</summary>
/// <param name="Field">Dotted path, the error's <c>meta.source_field</c>.</param>
/// <param name="Rule">Snake case; the panel's own rule classes appear as <c>p_…</c>.</param>
/// <param name="Detail">The sentence.</param>
internal sealed record LaravelFailure(string Field, string Rule, string Detail);
