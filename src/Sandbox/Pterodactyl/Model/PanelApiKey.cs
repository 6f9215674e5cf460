namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>A bearer key: <c>ptla_</c> for the Application API, <c>ptlc_</c> for an account.</summary>
internal sealed record PanelApiKey : IPanelRow
{
    public required int Id { get; init; }

    /// <summary>The first 16 characters, prefix included.</summary>
    public required string Identifier { get; init; }

    /// <summary>SHA-256 of the 32 characters behind the identifier, in hex.</summary>
    public required string SecretHash { get; init; }
    public required int UserId { get; init; }

    /// <summary>True for <c>ptla_</c>: bound to <see cref="Rights"/>. False: acts as its user.</summary>
    public required bool IsApplication { get; init; }
    public string Memo { get; init; } = "";

    /// <summary>Per resource 0 none, 1 read, 2 write, 3 both; a resource left out is 0.</summary>
    public Dictionary<string, int> Rights { get; init; } = [];

    /// <summary>Addresses or CIDR blocks; empty allows all.</summary>
    public List<string> AllowedIps { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
}
