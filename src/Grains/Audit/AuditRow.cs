using Elizon.Grains.Storage;

namespace Elizon.Grains.Audit;

/// <summary>
/// Who did what to which thing, and why: written in the same commit as the deed. Every staff command carries a reason.
/// </summary>
/// <param name="Actor">As in <see cref="Caller.By"/>.</param>
/// <param name="Action">Stable word, such as "service.suspended".</param>
/// <param name="Target">"service/ab12…".</param>
/// <param name="Owner">The customer concerned, for their own audit log.</param>
[Table("audit")]
public sealed record AuditRow(
    DateTimeOffset At,
    string Actor,
    string Action,
    string Target,
    string? Owner,
    string? Reason,
    Dictionary<string, string>? Details = null
) : Row
{
    public static AuditRow Of<TId>(
        Caller by,
        string action,
        TId target,
        UserId? owner = null,
        Dictionary<string, string>? details = null
    )
        where TId : struct, IId<TId> =>
        new(by.At, by.By, action, $"{TId.Kind}/{target.Value}", owner?.Value, by.Reason, details);
}
