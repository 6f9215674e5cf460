namespace Elizon.Services;

/// <summary>Which services to list.</summary>
/// <param name="Status">Only these; null for all that are not deleted.</param>
/// <param name="Search">Part of name, product or id.</param>
[GenerateSerializer, Immutable, Alias("ServiceFilter")]
public sealed record ServiceFilter(
    [property: Id(0)] ServiceStatus? Status = null,
    [property: Id(1)] string? Search = null,
    [property: Id(2)] string? Product = null,
    [property: Id(3)] string? Provider = null,
    [property: Id(4)] UserId? Owner = null,
    [property: Id(5)] bool Faulty = false
);

/// <summary>A paid order line as a client names it.</summary>
[GenerateSerializer, Immutable, Alias("PaidLine")]
public sealed record PaidLine(
    [property: Id(0)] InvoiceId? Invoice,
    [property: Id(1)] OrderId? Order,
    [property: Id(2)] int Line
);

/// <summary>
/// Lists and live readings of services. Stateless: lists come from the record tables, readings from the provider's line
/// with a deadline, so that a hanging panel never delays an answer by more than a moment.
/// </summary>
[Alias("IServiceReader")]
public interface IServiceReader : IGrainWithIntegerKey
{
    /// <summary>The caller's own services, newest first.</summary>
    [Alias("List")]
    Task<PageOf<ServiceSummary>> List(ServiceFilter filter, PageRequest page, Caller by);

    /// <summary>Everybody's services, for the house.</summary>
    [Alias("ListAll")]
    Task<PageOf<StaffServiceSummary>> ListAll(ServiceFilter filter, PageRequest page, Caller by);

    /// <summary>Status and usage, live when the provider answers in time.</summary>
    [Alias("Status")]
    Task<ServiceStatusView> Status(ServiceId id, Caller by);

    /// <summary>As <see cref="Status"/> for up to 100 services; those the caller may not view are left out.</summary>
    [Alias("Statuses")]
    Task<ServiceStatusView[]> Statuses(ServiceId[] ids, Caller by);

    /// <summary>The ports; what was known last when the provider does not answer in time.</summary>
    [Alias("Allocations")]
    Task<ServiceAllocation[]> Allocations(ServiceId id, Caller by);

    /// <summary>The viewable startup variables with this service's values.</summary>
    [Alias("Variables")]
    Task<StartupVariable[]> Variables(ServiceId id, Caller by);

    /// <summary>The service of a paid order line of the caller.</summary>
    /// <exception cref="Refusal">PaymentRequired: no such line, or it is not paid.</exception>
    [Alias("OfPaidLine")]
    Task<ServiceView> OfPaidLine(PaidLine line, Caller by);
}
