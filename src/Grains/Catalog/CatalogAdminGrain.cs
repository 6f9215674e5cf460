using System.Security.Cryptography;
using Elizon.Catalog;
using Elizon.Providers;
using Orleans.Concurrency;

namespace Elizon.Grains.Catalog;

/// <summary>
/// What an apply needs beside the catalogue's own commit. It waits for panels, so it is nobody's turn but its own; every
/// step repeats safely, the commit comes last.
/// </summary>
[GrainType("catalog-admin"), StatelessWorker]
internal sealed class CatalogAdminGrain(RandomNumberGenerator chance) : Grain, ICatalogAdmin
{
    public async Task<CatalogApplied> Apply(
        CatalogDocument document,
        ApplyOptions options,
        Caller by
    )
    {
        var catalog = GrainFactory.Catalog();
        var plan = await catalog.Apply(document, [], options with { DryRun = true }, by);
        // A kept answer: this very command was carried out before.
        if (!plan.DryRun)
            return plan;
        RefuseToWithdraw(plan, options);
        var reconnected = options.DryRun ? [] : await Connect(document.Providers, by);
        await CheckEggs(document, options, reconnected, by);
        return options.DryRun
            ? plan
            : await catalog.Apply(WithoutSecrets(document), reconnected, options, by);
    }

    private static void RefuseToWithdraw(CatalogApplied plan, ApplyOptions options)
    {
        string[] withdrawn =
        [
            .. plan
                .Changes.Where(c => c.Kind == CatalogChangeKind.Withdrawn)
                .Select(c => c.Subject),
        ];
        if (withdrawn.Length > 0 && options is { DryRun: false, Prune: false })
            throw CatalogRefusals.WouldWithdraw(withdrawn);
    }

    private async Task<ProviderId[]> Connect(ProviderEntry[] providers, Caller by)
    {
        var changed = new List<ProviderId>();
        foreach (var p in providers)
            if (
                await GrainFactory
                    .Provider(p.Id)
                    .Configure(
                        new ProviderSettings(p.Kind, p.Name, p.Url, p.Secrets, p.Locations),
                        by
                    )
            )
                changed.Add(p.Id);
        return [.. changed];
    }

    private async Task CheckEggs(
        CatalogDocument document,
        ApplyOptions options,
        ProviderId[] reconnected,
        Caller by
    )
    {
        var faults = new List<CatalogFault>();
        foreach (var panel in document.Providers.Where(p => p.Kind == ProviderKinds.Pterodactyl))
        {
            var wanted = EggPlaces(document, panel.Id).ToArray();
            var known = await KnownEggs(panel.Id);
            var missing = wanted.Any(w => !known.Contains(w.Egg.Egg));
            if (!options.DryRun && (missing || reconnected.Contains(panel.Id)))
                known = await SyncEggs(panel.Id, known, by);
            // Before the first sync a dry run cannot tell.
            if (known.Count > 0 || !options.DryRun)
                foreach (var (place, egg) in wanted)
                    faults.AddRange(await Check(panel.Id, egg, place, known));
        }
        if (faults.Count > 0)
            throw CatalogRefusals.Faulty(faults.Select(f => f.ToString()));
    }

    /// <summary>An order that names nothing but product and cycle must go through: tried here with the egg's own rules.</summary>
    private async Task<CatalogFault[]> Check(
        ProviderId panel,
        EggOffer egg,
        string place,
        HashSet<string> known
    )
    {
        if (!known.Contains(egg.Egg))
            return
            [
                new(
                    $"{place}.egg",
                    $"Provider '{panel}' has no egg '{egg.Egg}'. It has {Text(known)}."
                ),
            ];
        try
        {
            await GrainFactory
                .Eggs(panel)
                .Choose(egg.Egg, egg.Image, EggPresets.Fill(egg, chosen: null, chance));
            return [];
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.NotFound)
        {
            return
            [
                .. refusal
                    .ValidationErrors.DefaultIfEmpty(refusal.Message)
                    .Select(fault => new CatalogFault(
                        place,
                        $"An order could not use '{egg.Egg}': {fault}"
                    )),
            ];
        }
    }

    private async Task<HashSet<string>> SyncEggs(ProviderId panel, HashSet<string> known, Caller by)
    {
        try
        {
            await GrainFactory.Provider(panel).SyncEggs(by);
            return await KnownEggs(panel);
        }
        catch (Exception down)
            when (known.Count > 0 && down is Refusal { Kind: RefusalKind.ProviderDown })
        {
            // What was synced before still stands; a panel that is away must not hold up a change of price.
            return known;
        }
        catch (Exception down)
            when (down is TimeoutException or Refusal { Kind: RefusalKind.ProviderDown })
        {
            throw CatalogRefusals.EggsUnknown(panel);
        }
    }

    private async Task<HashSet<string>> KnownEggs(ProviderId panel) =>
        [.. (await GrainFactory.Eggs(panel).All()).Select(e => e.Key)];

    private static IEnumerable<(string Place, EggOffer Egg)> EggPlaces(
        CatalogDocument document,
        ProviderId panel
    ) =>
        from p in document.Products.Select((product, index) => (product, index))
        where p.product.Provider == panel
        from e in p.product.Eggs.Select((egg, index) => (egg, index))
        select ($"products[{p.index}].eggs[{e.index}]", e.egg);

    private static string Text(HashSet<string> known) =>
        known.Count == 0 ? "none" : string.Join(", ", known.Order(StringComparer.Ordinal));

    private static CatalogDocument WithoutSecrets(CatalogDocument document) =>
        document with
        {
            Providers = [.. document.Providers.Select(p => p with { Secrets = [] })],
        };
}
