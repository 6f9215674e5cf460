namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>An account of the panel.</summary>
internal sealed record PanelUser : IPanelRow
{
    public required int Id { get; init; }
    public required string Uuid { get; init; }
    public string? ExternalId { get; init; }

    /// <summary>Lower case, whatever was sent.</summary>
    public required string Username { get; init; }
    public required string Email { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public string Language { get; init; } = "en";
    public bool RootAdmin { get; init; }
    public bool TwoFactor { get; init; }

    /// <summary>PBKDF2, <c>salt:hash</c> in hex; SFTP logs in with this password.</summary>
    public required string PasswordHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
