using System.Collections.Immutable;
using Elizon.Grains.ApiKeys;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Grains.Identity;

/// <summary>A person, or a registration that waits for its code.</summary>
internal sealed record UserState : IDueState
{
    public static readonly TimeSpan RegistrationLife = TimeSpan.FromDays(7);

    public string Email { get; init; } = "";

    public string PasswordHash { get; init; } = "";

    public Profile? Profile { get; init; }

    /// <summary>The last answer about the profile's VAT id; null when there was none.</summary>
    public VatIdProof? VatProof { get; init; }

    public Consent? Terms { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When the address was proven and claimed; null for a registration.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>The code that proves the address; null once proven.</summary>
    public Activation? Activation { get; init; }

    public ResetTicket? Reset { get; init; }

    public StaffRole Roles { get; init; }

    /// <summary>Rises with every change of what credentials must know, so that an old word never overrides a new one.</summary>
    public long Epoch { get; init; }

    /// <summary>Live sessions, oldest first.</summary>
    public ImmutableList<OpenSession> Sessions { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableList<KeyEntry> Keys { get; init; } = [];

    /// <summary>A registration that was never proven: all of it is gone but this mark.</summary>
    public bool Lapsed { get; init; }

    public DateTimeOffset? DueAt =>
        VerifiedAt is null && !Lapsed && Profile is not null
            ? RegisteredAt + RegistrationLife
            : null;
}

/// <summary>What was agreed to and when.</summary>
internal sealed record Consent(string Version, DateTimeOffset At);

internal sealed record OpenSession(SessionId Id, DateTimeOffset CreatedAt);

/// <param name="CodeHash">Of a code that was mailed; of nothing anyone can type when the address is taken.</param>
/// <param name="Sent">Codes sent so far.</param>
internal sealed record Activation(
    string CodeHash,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    int TriesLeft,
    int Sent
);

/// <param name="TokenHash">Null once used.</param>
/// <param name="Day">UTC day that <paramref name="Asked"/> counts.</param>
internal sealed record ResetTicket(
    string? TokenHash,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateOnly Day,
    int Asked
);
