using System.Security.Cryptography;
using Elizon.Catalog;
using Elizon.Providers;
using Orleans.Concurrency;

namespace Elizon.Grains.Catalog;

/// <summary>Answers from the silo's snapshot; games come from the provider's own cached reader.</summary>
[GrainType("catalog-reader"), StatelessWorker]
internal sealed partial class CatalogReaderGrain(
    CatalogSnapshots snapshots,
    RandomNumberGenerator chance,
    TimeProvider clock
) : Grain, ICatalogReader
{
    public async Task<Offer[]> Quote(CartItem[] items)
    {
        var catalog = await snapshots.Current();
        var faults = new CartFaults();
        var lines = Cart.Check(catalog, items, clock.GetUtcNow(), faults);
        var eggs = await Task.WhenAll(lines.Select(line => Choose(line, faults)));
        faults.Throw();
        return [.. lines.Zip(eggs, (line, egg) => CartOffer.Of(catalog, line, egg))];
    }

    /// <summary>The line's game by the provider's rules; a machine has none.</summary>
    private async Task<ChosenEgg?> Choose(CartLine line, CartFaults faults)
    {
        var (row, options) = (line.Product.Row, line.Item.Options);
        var key = options?.Egg ?? row.DefaultEgg;
        if (key is null)
            return null;
        if (row.Eggs.FirstOrDefault(e => e.Egg == key) is not { } egg)
        {
            faults.Add(
                $"{line.Place}.options.egg",
                $"Must be one of {string.Join(", ", row.Eggs.Select(e => e.Egg))}."
            );
            return null;
        }
        try
        {
            return await GrainFactory
                .Eggs(row.Provider)
                .Choose(
                    key,
                    options?.Image ?? egg.Image,
                    EggPresets.Fill(egg, options?.Variables, chance)
                );
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.NotFound)
        {
            foreach (var fault in refusal.ValidationErrors.DefaultIfEmpty(refusal.Message))
                faults.Add($"{line.Place}.options", fault);
            return null;
        }
    }
}
