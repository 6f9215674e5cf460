namespace Elizon.Billing;

/// <summary>A customer's NetPoints. One point is worth one cent.</summary>
/// <param name="Points">What can be redeemed now; points held by unpaid orders are not in it.</param>
/// <param name="Value">What they are worth, in euros.</param>
/// <param name="Expiring">When how many of them end, the next first.</param>
[GenerateSerializer, Immutable, Alias("PointsView")]
public sealed record PointsView(
    [property: Id(0)] int Points,
    [property: Id(1)] Money Value,
    [property: Id(2)] ExpiringPoints[] Expiring
);

[GenerateSerializer, Immutable, Alias("ExpiringPoints")]
public sealed record ExpiringPoints(
    [property: Id(0)] int Points,
    [property: Id(1)] DateTimeOffset ExpiresAt
);

/// <summary>Why points came or went.</summary>
[GenerateSerializer, Alias("PointsReason")]
public enum PointsReason
{
    /// <summary>An invoice was paid.</summary>
    Earned,

    /// <summary>Paid with, or held by an order that waits for its payment.</summary>
    Redeemed,

    /// <summary>The order that held them was not paid.</summary>
    Returned,

    /// <summary>Their time was over.</summary>
    Expired,

    /// <summary>The house gave them.</summary>
    Granted,

    /// <summary>What they were earned with was given back, or the house took them.</summary>
    Revoked,
}

/// <summary>One movement of points.</summary>
/// <param name="Points">Negative when they went.</param>
[GenerateSerializer, Immutable, Alias("PointsEntryView")]
public sealed record PointsEntryView(
    [property: Id(0)] PointsReason Reason,
    [property: Id(1)] int Points,
    [property: Id(2)] InvoiceId? Invoice,
    [property: Id(3)] string? Text,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] DateTimeOffset? ExpiresAt
);

/// <summary>How many points an order of this total could be paid with.</summary>
/// <param name="Maximum">Points; at most what there is, and the house's share of an order.</param>
/// <param name="Value">What the maximum is worth, in euros.</param>
/// <param name="Remaining">What is left to pay then, in euros.</param>
[GenerateSerializer, Immutable, Alias("PointsPreview")]
public sealed record PointsPreview(
    [property: Id(0)] int Available,
    [property: Id(1)] int Maximum,
    [property: Id(2)] Money Value,
    [property: Id(3)] Money Remaining
);

/// <summary>The points and a page of their history.</summary>
[GenerateSerializer, Immutable, Alias("PointsHistory")]
public sealed record PointsHistory(
    [property: Id(0)] PointsView Points,
    [property: Id(1)] PageOf<PointsEntryView> Entries
);
