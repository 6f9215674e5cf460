using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>What is known about one VAT id.</summary>
internal sealed record VatIdState : IDueState
{
    public VatIdStatus Status { get; init; }

    /// <summary>When the last answer came; questions without one do not count.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Consultation { get; init; }

    public string? Name { get; init; }

    public string? Address { get; init; }

    /// <summary>Who bears it.</summary>
    public ImmutableSortedSet<string> Bearers { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public string? TraderName { get; init; }

    /// <summary>Somebody asks until then at the latest.</summary>
    public DateTimeOffset? AskingUntil { get; init; }

    /// <summary>When it is asked again by itself.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Questions without an answer since the last one with.</summary>
    public int Failures { get; init; }

    public string? LastError { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? DueAt => Bearers.IsEmpty ? null : AskingUntil ?? NextAt;
}
