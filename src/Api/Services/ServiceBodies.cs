using System.ComponentModel.DataAnnotations;
using Elizon.Api.Replies;
using Elizon.Services;

namespace Elizon.Api.Services;

/// <summary>Filters of the list; all optional.</summary>
public sealed record ServiceQuery(
    int? Page,
    int? Limit,
    Word<ServiceStatus>? Status,
    [property: MaxLength(60)] string? Search,
    [property: MaxLength(64)] string? Product
)
{
    internal PageRequest Paging => PageRequest.Of(Page, Limit);

    internal ServiceFilter Filter => new(Status?.Value, Search, Product);
}

/// <summary>What a customer may change.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Notes">At most 2,000 characters; empty removes them.</param>
public sealed record UpdateServiceBody(
    [property: MinLength(1), MaxLength(60)] string? Name = null,
    [property: MaxLength(2000)] string? Notes = null
);

/// <summary>A power action.</summary>
public sealed record ActionBody(ServiceAction Action);

/// <summary>A paid order line: by invoice or by order.</summary>
public sealed record PaidLineBody(
    InvoiceId? InvoiceId = null,
    OrderId? OrderId = null,
    [property: Range(0, 1000)] int Line = 0
);

/// <summary>Which services to read.</summary>
public sealed record StatusBatchBody([property: MinLength(1), MaxLength(100)] ServiceId[] Ids);

/// <summary>Values by variable key; only those named change.</summary>
public sealed record VariablesBody([property: MaxLength(100)] Dictionary<string, string> Variables);
