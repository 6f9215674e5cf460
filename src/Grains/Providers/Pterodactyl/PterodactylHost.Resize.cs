using Elizon.Catalog;
using Elizon.Grains.Providers.Pterodactyl.Wire;
using Elizon.Services;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>The limits of a server (pterodactyl sheet, 2.4: PATCH build).</summary>
internal sealed partial class PterodactylHost
{
    public async Task<Outcome<Nothing>> Resize(
        ServiceId service,
        ServerReference server,
        PlanLimits limits
    )
    {
        var found = await FindServer(service);
        if (found is not { IsDone: true, Value: { } own })
            return found.IsDone
                ? Outcome<Nothing>.Refused(RefusedFor.Missing, "The server is gone.")
                : found.As<Nothing>();
        if (own.Has(limits))
            return Outcome<Nothing>.Done(default);
        return Done(
            await api.Application(HttpMethod.Patch, $"/servers/{own.Id}/build", Build(own, limits))
        );
    }

    /// <summary>Everything: what is left out becomes null or zero there.</summary>
    private static Dictionary<string, object?> Build(PanelServer own, PlanLimits limits) =>
        new()
        {
            ["allocation"] = own.Allocation,
            ["oom_disabled"] = own.Limits?.OomDisabled ?? false,
            ["limits"] = new
            {
                memory = limits.Memory,
                swap = limits.Swap,
                disk = limits.Disk,
                io = limits.Io,
                cpu = limits.Cpu,
                threads = own.Limits?.Threads,
            },
            ["feature_limits"] = new
            {
                databases = limits.Databases,
                allocations = limits.Allocations,
                backups = limits.Backups,
            },
        };
}
