using System.Text.Json.Serialization;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>A new price on its way through the contracts of a product, in the order of their ids.</summary>
internal sealed record PriceChangeState : IDueState
{
    /// <summary>With <see cref="PriceChangeTerms.Before"/> filled in.</summary>
    public PriceChangeTerms? Terms { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Running contracts when it was announced.</summary>
    public int Contracts { get; init; }

    /// <summary>Of these, with another price than the one it replaces.</summary>
    public int OwnPrice { get; init; }

    /// <summary>The last contract that was asked.</summary>
    public string Cursor { get; init; } = "";

    public int Visited { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => NextAt;
}
