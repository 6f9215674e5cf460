using Elizon.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Points;

/// <summary>One movement of points; append-only. Their sum is what the account has.</summary>
/// <param name="Key">Business key, unique for ever: the same cause moves points once.</param>
[Table("point_entry")]
internal sealed record PointRow(
    string Key,
    AccountId Account,
    PointsReason Reason,
    int Points,
    InvoiceId? Invoice,
    string? Text,
    DateTimeOffset At,
    DateTimeOffset? ExpiresAt
) : Row;
