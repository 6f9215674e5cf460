namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What a daemon keeps of a server over its own restart. Times are real time.</summary>
/// <param name="Uuid">The server.</param>
/// <param name="NodeId">The node it is on.</param>
/// <param name="State">The power state last seen.</param>
/// <param name="StartedAt">Begin of the running container.</param>
internal sealed record ContainerRow(
    string Uuid,
    int NodeId,
    string State,
    DateTimeOffset? StartedAt
)
{
    public const string Kind = "pterodactyl.container";
}
