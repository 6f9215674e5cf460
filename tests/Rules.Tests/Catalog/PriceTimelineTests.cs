using System.Collections.Immutable;
using CsCheck;
using Elizon.Catalog;
using Elizon.Grains.Catalog;

namespace Elizon.Rules.Tests.Catalog;

public sealed class PriceTimelineTests
{
    private const int Cycle = 30;

    [Fact]
    public void A_changed_price_becomes_a_second_version_and_the_first_stays()
    {
        var first = Apply([], Product(499), CatalogSamples.Now);
        var second = Apply(first, Product(599), CatalogSamples.Now.AddDays(1));
        Assert.Equal(
            [(1, 499L, CatalogSamples.Now), (2, 599L, CatalogSamples.Now.AddDays(1))],
            second.Select(v => (v.Version, v.Terms!.Price.Cents, v.ValidFrom))
        );
    }

    [Fact]
    public void A_dated_price_counts_from_its_day_on()
    {
        var from = CatalogSamples.Now.AddDays(10);
        var versions = Apply(
            [],
            Product(499, new PriceEntry(Cycle, new Money(599), from)),
            CatalogSamples.Now
        );
        Assert.Equal(499, Price(versions, from.AddTicks(-10)));
        Assert.Equal(599, Price(versions, from));
    }

    [Fact]
    public void A_dated_price_that_is_called_off_never_counts()
    {
        var from = CatalogSamples.Now.AddDays(10);
        var planned = Apply(
            [],
            Product(499, new PriceEntry(Cycle, new Money(599), from)),
            CatalogSamples.Now
        );
        var calledOff = Apply(planned, Product(499), CatalogSamples.Now.AddDays(1));
        Assert.Equal(499, Price(calledOff, from.AddDays(100)));
    }

    [Fact]
    public void A_cycle_that_is_gone_is_not_sold_any_more()
    {
        var sold = Apply([], Product(499), CatalogSamples.Now);
        var gone = Apply(sold, CatalogSamples.Product(prices: []), CatalogSamples.Now.AddDays(1));
        Assert.Null(PriceTimeline.At(gone, CatalogSamples.Now.AddDays(1))!.Terms);
    }

    [Fact]
    public void A_changed_option_price_is_a_new_version_too()
    {
        var product = Product(499);
        var sold = Apply([], product, CatalogSamples.Now);
        var dearer = product with
        {
            Options =
            [
                product.Options[0] with
                {
                    Prices = new(product.Options[0].Prices) { [Cycle] = new Money(150) },
                },
            ],
        };
        Assert.Equal(2, Apply(sold, dearer, CatalogSamples.Now.AddDays(1)).Count);
    }

    /// <summary>Whatever documents are applied in whatever order of days: from each apply on the price is what the document says, before it is what it was, and the same document again adds nothing.</summary>
    [Fact]
    public void Every_apply_brings_the_wanted_future_and_keeps_the_past()
    {
        var entry = Gen.Select(
            Gen.Int[1, 5],
            Gen.Int[0, 40],
            (price, day) =>
                new PriceEntry(
                    Cycle,
                    new Money(price * 100),
                    day == 0 ? null : CatalogSamples.Now.AddDays(day)
                )
        );
        var document = entry
            .Array[0, 4]
            .Select(entries =>
                CatalogSamples.Product(prices: [.. entries.DistinctBy(e => e.From)])
            );
        Gen.Select(document, Gen.Int[0, 10])
            .Array[1, 6]
            .Sample(applies =>
            {
                ImmutableList<PriceVersion> versions = [];
                var now = CatalogSamples.Now;
                foreach (var (product, days) in applies)
                {
                    now = now.AddDays(days);
                    var before = versions;
                    versions = Apply(versions, product, now);
                    for (var day = -60; day < 60; day++)
                    {
                        var at = now.AddDays(day);
                        var expected =
                            day < 0
                                ? PriceTimeline.At(before, at)?.Terms
                                : PriceTimeline.Wanted(product, Cycle, at);
                        Assert.Equal(expected, PriceTimeline.At(versions, at)?.Terms);
                    }
                    Assert.Empty(PriceTimeline.Missing(versions, product, Cycle, now));
                    Assert.Equal(
                        Enumerable.Range(1, versions.Count),
                        versions.Select(v => v.Version)
                    );
                }
            });
    }

    private static ProductEntry Product(int cents, params PriceEntry[] more) =>
        CatalogSamples.Product(prices: [new PriceEntry(Cycle, new Money(cents)), .. more]);

    private static ImmutableList<PriceVersion> Apply(
        ImmutableList<PriceVersion> versions,
        ProductEntry product,
        DateTimeOffset now
    ) => versions.AddRange(PriceTimeline.Missing(versions, product, Cycle, now));

    private static long Price(ImmutableList<PriceVersion> versions, DateTimeOffset at) =>
        PriceTimeline.At(versions, at)!.Terms!.Price.Cents;
}
