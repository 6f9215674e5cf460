using System.Collections.Immutable;
using Elizon.Billing;

namespace Elizon.Grains.Billing.AutoTopUps;

/// <summary>Automatic top-ups of an account: part of its state, because every lower balance may start one.</summary>
internal sealed record AutoTopUpState
{
    /// <summary>Null: the customer has no rule.</summary>
    public AutoTopUpRule? Rule { get; init; }

    /// <summary>The one that is under way; outlives its rule.</summary>
    public TopUpUnderWay? UnderWay { get; init; }

    /// <summary>Of the last 24 hours, without those that failed.</summary>
    public ImmutableList<TopUpUnderWay> Recent { get; init; } = [];

    /// <summary>Counts top-ups for ever; each has its own payment id.</summary>
    public int Count { get; init; }
}

/// <summary>What the customer wants.</summary>
internal sealed record AutoTopUpRule(
    AutoTopUpId Id,
    Money Threshold,
    Money Amount,
    Money DailyMax,
    string Locale,
    DateTimeOffset CreatedAt
)
{
    public bool Enabled { get; init; } = true;

    /// <summary>In a row.</summary>
    public int Failures { get; init; }

    /// <summary>Why the platform switched it off; null when it did not.</summary>
    public string? OffReason { get; init; }
}

/// <summary>One automatic top-up.</summary>
internal sealed record TopUpUnderWay(PaymentId Payment, Money Amount, DateTimeOffset Since);
