using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>An exception of the panel that becomes an error answer.</summary>
/// <param name="status">HTTP status; the body repeats it as a string.</param>
/// <param name="code">The panel's exception class without namespace.</param>
/// <param name="detail">The sentence.</param>
internal sealed class PanelFailure(int status, string code, string detail) : Exception(detail)
{
    public int Status { get; } = status;
    public string Code { get; } = code;

    /// <summary>Failed rules of a 422: one error each.</summary>
    public IReadOnlyList<LaravelFailure> Fields { get; init; } = [];

    /// <summary>Domain errors and failed rules redirect (302) where the client does not ask for JSON.</summary>
    public bool Redirects { get; init; }

    public int? RetryAfterSeconds { get; init; }
}
