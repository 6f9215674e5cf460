using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments.Payers;

/// <summary>A customer as the payment provider knows them, once per world: "test" and "live" share nothing.</summary>
internal sealed record PayerState : IDueState
{
    public ImmutableDictionary<string, PayerWorld> Worlds { get; init; } =
        ImmutableDictionary<string, PayerWorld>.Empty;

    /// <summary>The mandates are to be read again; null: they are as far as we know.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public int Reads { get; init; }

    /// <summary>The account is closed: whatever mandate is found is revoked.</summary>
    public bool GivesUp { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => ReadAt;

    public PayerWorld In(string world) => Worlds.GetValueOrDefault(world) ?? new PayerWorld();
}

/// <summary>The payer in one world.</summary>
internal sealed record PayerWorld
{
    /// <summary>The provider's id of the payer; null until it is known.</summary>
    public string? Customer { get; init; }

    /// <summary>When the create under way was begun; its key is dead an hour later.</summary>
    public DateTimeOffset? CreatingSince { get; init; }

    /// <summary>Counts creates that were given up; each has its own key.</summary>
    public int Creates { get; init; }

    public ImmutableList<ProviderMandate> Mandates { get; init; } = [];

    /// <summary>The customer's choice; counts while that mandate is good.</summary>
    public MandateId? Choice { get; init; }

    /// <summary>What collections use: the choice, else the newest that is good.</summary>
    [JsonIgnore]
    public ProviderMandate? Chosen =>
        Mandates.Find(m => m.Id == Choice && m.Status != MandateStatus.Invalid)
        ?? Mandates
            .Where(m => m.Status != MandateStatus.Invalid)
            .OrderBy(m => m.Status)
            .ThenByDescending(m => m.CreatedAt)
            .FirstOrDefault();
}
