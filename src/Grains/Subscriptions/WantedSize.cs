using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>From what a customer wishes to the limits of a server, by what the product offers.</summary>
internal static class WantedSize
{
    /// <exception cref="Refusal">Invalid: every fault is named; or nothing would change.</exception>
    public static PlanLimits Of(ProductSizes sizes, PlanLimits held, ResourceWishes wishes)
    {
        var faults = new List<string>();
        var wanted = held;
        foreach (var (resource, amount) in Named(wishes))
        {
            if (amount == held.Of(resource))
                continue;
            if (Fault(sizes, resource, amount) is { } fault)
                faults.Add(fault);
            else
                wanted = wanted.With(resource, amount - held.Of(resource));
        }
        if (faults.Count > 0)
            throw UpgradeRefusals.NotASize(faults);
        return wanted == held ? throw UpgradeRefusals.Nothing() : wanted;
    }

    /// <summary>What can be set now, from the least to the most.</summary>
    public static UpgradeChoice[] Choices(ProductSizes sizes, PlanLimits held, int cycle) =>
        [
            .. sizes
                .Resources.Where(r => r.Changeable)
                .Select(r => new UpgradeChoice(
                    r.Resource,
                    CatalogViews.UnitOf(r.Resource),
                    held.Of(r.Resource),
                    sizes.Limits.Of(r.Resource),
                    Most(sizes, r),
                    r.Step,
                    SizePrices.Of(sizes, sizes.Limits.With(r.Resource, r.Step), cycle)
                        - SizePrices.Of(sizes, sizes.Limits, cycle)
                )),
        ];

    private static string? Fault(ProductSizes sizes, PlanResource resource, int amount)
    {
        var name = $"'resources.{resource.ToString().ToLowerInvariant()}'";
        var size = sizes.Resources.FirstOrDefault(r => r.Resource == resource && r.Changeable);
        if (size is null)
            return $"{name} cannot be changed for this product.";
        var least = sizes.Limits.Of(resource);
        return amount >= least && amount <= size.Max && (amount - least) % size.Step == 0
            ? null
            : $"{name} must be between {least} and {Most(sizes, size)} in steps of {size.Step}.";
    }

    private static int Most(ProductSizes sizes, ResourceSize size)
    {
        var least = sizes.Limits.Of(size.Resource);
        return least + (size.Max - least) / size.Step * size.Step;
    }

    private static IEnumerable<(PlanResource Resource, int Amount)> Named(ResourceWishes wishes)
    {
        (PlanResource, int?)[] all =
        [
            (PlanResource.Memory, wishes.Memory),
            (PlanResource.Disk, wishes.Disk),
            (PlanResource.Cpu, wishes.Cpu),
            (PlanResource.Databases, wishes.Databases),
            (PlanResource.Allocations, wishes.Allocations),
            (PlanResource.Backups, wishes.Backups),
        ];
        foreach (var (resource, amount) in all)
            if (amount is { } named)
                yield return (resource, named);
    }
}
