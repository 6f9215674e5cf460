using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>Who may do what: the owner and the house everything, a grantee what was granted, a stranger sees nothing.</summary>
internal static class ServiceAccess
{
    public const Permission All = (Permission)((1 << 13) - 1);

    public static Permission Of(ServiceState service, Caller by) =>
        by.IsHouse || service.Order?.Owner == by.User
            ? All
            : service.Grants.Find(g => g.User == by.User)?.Permissions ?? Permission.None;

    /// <exception cref="Refusal">NotFound for a stranger, Forbidden when the right is missing.</exception>
    public static ServiceOrder Admit(ServiceState service, Caller by, Permission need)
    {
        var rights = service.Order is null ? Permission.None : Of(service, by);
        if (rights == Permission.None)
            throw ServiceRefusals.NotFound();
        if ((rights & need) != need)
            throw CommonRefusals.Forbidden(Word(need & ~rights));
        return service.Order!;
    }

    /// <summary>As <see cref="Admit"/>, and the service is one that can be acted upon.</summary>
    /// <exception cref="Refusal">Conflict: being set up, suspended, failed, deleted.</exception>
    public static ServiceOrder AdmitAlive(ServiceState service, Caller by, Permission need)
    {
        var order = Admit(service, by, need);
        Refusal? refusal = service switch
        {
            { EndedAt: not null } => ServiceRefusals.Deleted(),
            { Failed: true } => ServiceRefusals.Failed(),
            { DeliveredAt: null } or { Server: null } => ServiceRefusals.Provisioning(),
            { Suspended: not null } => ServiceRefusals.Suspended(),
            _ => null,
        };
        return refusal is null ? order : throw refusal;
    }

    private static string Word(Permission permission) =>
        string.Concat(
            permission
                .ToString()
                .Split(',')[0]
                .Select(
                    (c, i) =>
                        char.IsUpper(c) && i > 0
                            ? $"_{char.ToLowerInvariant(c)}"
                            : $"{char.ToLowerInvariant(c)}"
                )
        );
}
