using Elizon.Grains.Storage;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>A service in lists: what is filtered by as columns, what is shown as one value.</summary>
[Table("service", WriteMode.Upsert)]
internal sealed record ServiceRow(
    [property: Key] ServiceId Id,
    UserId Owner,
    string Name,
    ServiceStatus Status,
    string Product,
    ProviderId Provider,
    InvoiceId Invoice,
    OrderId OrderId,
    int Line,
    string? Fault,
    DateTimeOffset CreatedAt,
    ServiceSummary Summary
) : Row;

/// <summary>An operation for its page and for staff.</summary>
[Table("operation", WriteMode.Upsert)]
internal sealed record OperationRow(
    [property: Key] OperationId Id,
    ServiceId Service,
    UserId Owner,
    ProviderId Provider,
    OperationState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? Detail,
    OperationView View
) : Row;

/// <summary>Who may do what with whose service.</summary>
[Table("service_grant", WriteMode.Upsert)]
internal sealed record ServiceGrantRow(
    [property: Key] ServiceId Service,
    [property: Key] UserId Grantee,
    string[] Permissions,
    DateTimeOffset GrantedAt,
    string GrantedBy
) : Row;
