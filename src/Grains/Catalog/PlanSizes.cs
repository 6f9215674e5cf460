using Elizon.Catalog;
using Elizon.Services;

namespace Elizon.Grains.Catalog;

/// <summary>The limits in a plan.</summary>
internal static class PlanSizes
{
    public static PlanLimits Limits(this ServicePlan plan) =>
        new(
            plan.Memory,
            plan.Disk,
            plan.Cpu,
            plan.Swap,
            plan.Io,
            plan.Databases,
            plan.Allocations,
            plan.Backups
        );

    public static ServicePlan With(this ServicePlan plan, PlanLimits limits) =>
        plan with
        {
            Memory = limits.Memory,
            Disk = limits.Disk,
            Cpu = limits.Cpu,
            Swap = limits.Swap,
            Io = limits.Io,
            Databases = limits.Databases,
            Allocations = limits.Allocations,
            Backups = limits.Backups,
        };

    public static ServiceLimits Shown(this PlanLimits limits) =>
        new(
            limits.Memory,
            limits.Disk,
            limits.Cpu,
            limits.Databases,
            limits.Allocations,
            limits.Backups
        );
}
