namespace Elizon.Api.Rules;

/// <summary>
/// The caller of one request: set by the gate, completed with operation and reason by <see cref="Requests.RequestReader"/>, taken by
/// handlers as a plain <see cref="Elizon.Caller"/> or <see cref="Rules.Client"/> parameter.
/// </summary>
internal sealed class RequestCaller
{
    private Caller? _caller;
    private Client? _client;

    public Caller Caller
    {
        get => _caller ?? throw GateRefusals.Unguarded();
        set => _caller = value;
    }

    public Client Client
    {
        get => _client ?? throw GateRefusals.Unguarded();
        set => _client = value;
    }

    /// <summary>Nobody in particular, on a public route.</summary>
    public static Caller Anonymous(Permission needs, DateTimeOffset at) =>
        new(new UserId("anonymous"), CallerKind.Anonymous, "anonymous", needs, at);
}
