using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Grains.Storage;
using Rule = Elizon.Grains.Catalog.Catalog;

namespace Elizon.Rules.Tests.Catalog;

public sealed class CatalogPlanTests
{
    [Fact]
    public void The_same_document_again_changes_nothing()
    {
        var state = Applied(new CatalogState(), CatalogSamples.Document());
        Assert.Empty(Plan(state, CatalogSamples.Document()).Changes);
    }

    [Fact]
    public void The_same_document_changes_nothing_after_the_state_was_stored_and_read()
    {
        var state = Json.Read<CatalogState>(
            Json.Write(Applied(new CatalogState(), CatalogSamples.Document()))
        );
        Assert.Empty(Plan(state, CatalogSamples.Document()).Changes);
    }

    [Fact]
    public void A_changed_price_is_one_line_of_the_difference()
    {
        var state = Applied(new CatalogState(), CatalogSamples.Document());
        var dearer = CatalogSamples.Document(
            CatalogSamples.Product(prices: [new(30, new Money(599)), new(90, new Money(1_399))])
        );
        Assert.Equal(
            new CatalogChange(
                CatalogChangeKind.Changed,
                "product/mc-s",
                "prices.30",
                "4.99 (memory +1.20)",
                "5.99 (memory +1.20)"
            ),
            Assert.Single(Plan(state, dearer).Changes)
        );
    }

    [Fact]
    public void What_the_document_does_not_name_is_withdrawn_only_when_asked()
    {
        var state = Applied(
            new CatalogState(),
            CatalogSamples.Document(CatalogSamples.Product(), CatalogSamples.Product("mc-m"))
        );
        var refusal = Assert.Throws<Refusal>(() =>
            Rule.Plan(state, CatalogSamples.Document(), default, CatalogSamples.Now)
        );
        Assert.Equal(
            ("catalog.wouldWithdraw", "product/mc-m"),
            (refusal.Key, refusal.ValidationErrors[0])
        );
        var pruned = Rule.Plan(
            state,
            CatalogSamples.Document(),
            new ApplyOptions(DryRun: false, Prune: true),
            CatalogSamples.Now
        );
        Assert.True(pruned.Next.Products.Entries["mc-m"].Withdrawn);
    }

    [Fact]
    public void A_withdrawn_product_that_is_declared_again_is_on_sale_again()
    {
        var both = CatalogSamples.Document(
            CatalogSamples.Product(),
            CatalogSamples.Product("mc-m")
        );
        var state = Applied(Applied(new CatalogState(), both), CatalogSamples.Document());
        Assert.Equal(
            new CatalogChange(CatalogChangeKind.Added, "product/mc-m"),
            Assert.Single(Plan(state, both).Changes)
        );
    }

    [Fact]
    public void Secrets_are_neither_kept_nor_shown()
    {
        var plan = Plan(new CatalogState(), CatalogSamples.Document());
        Assert.DoesNotContain("ptla_x", Json.Write(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_number_of_pieces_is_told_to_its_stock()
    {
        var state = Applied(
            new CatalogState(),
            CatalogSamples.Document(
                CatalogSamples.Product(stock: new() { ["fra"] = 3, ["hel"] = 1 })
            )
        );
        var next = CatalogSamples.Document(CatalogSamples.Product(stock: new() { ["fra"] = 5 }));
        var change = Rule.Apply(state, Plan(state, next), CatalogSamples.Staff, CatalogSamples.Now);
        Assert.Equal(
            [("mc-s.fra", new StockLimited(5)), ("mc-s.hel", new StockLimited(null))],
            change.Messages.Select(m => (m.Target.Id, (StockLimited)m.Message))
        );
    }

    [Fact]
    public void What_is_exported_changes_nothing_when_it_is_applied()
    {
        var state = Applied(
            new CatalogState(),
            CatalogSamples.Document(
                CatalogSamples.Product(
                    prices:
                    [
                        new(30, new Money(499)),
                        new(30, new Money(599), CatalogSamples.Now.AddDays(9)),
                        new(90, new Money(1_299), CatalogSamples.Now.AddDays(3)),
                    ]
                )
            )
        );
        Assert.Empty(Plan(state, CatalogExport.Of(state, CatalogSamples.Now)).Changes);
    }

    private static CatalogPlan Plan(CatalogState state, CatalogDocument document) =>
        Rule.Plan(
            state,
            document,
            new ApplyOptions(DryRun: true, Prune: false),
            CatalogSamples.Now
        );

    private static CatalogState Applied(CatalogState state, CatalogDocument document) =>
        Rule.Apply(state, Plan(state, document), CatalogSamples.Staff, CatalogSamples.Now).Next;
}
