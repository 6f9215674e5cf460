using Elizon.Permissions;

namespace Elizon.Services;

/// <summary>What only the house may ask of a service; every call is audited with the caller's reason.</summary>
public partial interface IServiceGrain
{
    /// <summary>Everything about it, operations and grants included.</summary>
    [Alias("ShowStaff")]
    Task<StaffServiceView> ShowStaff(Caller by);

    /// <summary>Tries the current operation again now, with a new deadline.</summary>
    /// <exception cref="Refusal">Conflict "service.nothingToRetry".</exception>
    [Alias("Retry")]
    Task<StaffServiceView> Retry(Caller by);

    /// <summary>
    /// Stops the server and refuses every action until <see cref="Unsuspend"/>. While it is being provisioned the
    /// suspension waits for the end of that.
    /// </summary>
    [Alias("Suspend")]
    Task<StaffServiceView> Suspend(Suspension suspension, Caller by);

    /// <summary>Lifts the suspension: an obligation, tried until the provider has done it.</summary>
    [Alias("Unsuspend")]
    Task<StaffServiceView> Unsuspend(Caller by);

    /// <summary>The grants on this service; needs "manage_permissions".</summary>
    [Alias("Grants")]
    Task<GrantView[]> Grants(Caller by);

    /// <summary>Gives a person rights, or replaces the rights that person has.</summary>
    /// <exception cref="Refusal">NotFound for an unknown person, Invalid for the owner or for no right at all.</exception>
    [Alias("Grant")]
    Task<GrantView> Grant(GrantRequest request, Caller by);

    /// <summary>Takes all rights from a person and ends that person's streams.</summary>
    [Alias("Revoke")]
    Task Revoke(UserId user, Caller by);
}
