using Elizon.Operations;
using Elizon.Permissions;

namespace Elizon.Services;

/// <summary>A service in the list of staff.</summary>
/// <param name="Fault">What is wrong at the provider, in a sentence; null when nothing is.</param>
[GenerateSerializer, Immutable, Alias("StaffServiceSummary")]
public sealed record StaffServiceSummary(
    [property: Id(0)] ServiceSummary Service,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] InvoiceId Invoice,
    [property: Id(3)] ProviderId ProviderId,
    [property: Id(4)] string? Fault
);

/// <summary>A service as staff sees it.</summary>
/// <param name="Server">The provider's ids; null before there is a server.</param>
/// <param name="Operations">Newest first, at most 50.</param>
[GenerateSerializer, Immutable, Alias("StaffServiceView")]
public sealed record StaffServiceView(
    [property: Id(0)] ServiceView Service,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] OrderId Order,
    [property: Id(3)] InvoiceId Invoice,
    [property: Id(4)] int Line,
    [property: Id(5)] ProviderId ProviderId,
    [property: Id(6)] ServerReference? Server,
    [property: Id(7)] string? Fault,
    [property: Id(8)] GrantView[] Grants,
    [property: Id(9)] OperationView[] Operations
);

/// <param name="Id">The provider's id, for its own pages.</param>
/// <param name="Uuid">As in the console's address.</param>
[GenerateSerializer, Immutable, Alias("ServerReference")]
public sealed record ServerReference(
    [property: Id(0)] string Id,
    [property: Id(1)] string Uuid,
    [property: Id(2)] string Node
);
