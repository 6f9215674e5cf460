using Elizon.Catalog;

namespace Elizon.Grains.Tests.Catalog;

public sealed class CatalogApplyTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    private ICatalogAdmin Admin => _cluster.Grains.CatalogAdmin();

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task The_same_document_again_changes_nothing_and_leaves_one_audit_entry()
    {
        var document = CatalogSamples.Document(CatalogSamples.Product("mc-s"));
        var first = await Apply(document);
        var second = await Apply(document);
        Assert.NotEmpty(first.Changes);
        Assert.Equal((1L, 0), (second.Revision, second.Changes.Length));
        Assert.Equal(
            1L,
            await _cluster.Scalar<long>(
                "select count(*) from audit where action = 'catalog.applied' and actor = 'session/chief' and reason = 'spring prices'"
            )
        );
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var document = CatalogSamples.Document(CatalogSamples.Product("mc-s"));
        var applied = await Admin.Apply(
            document,
            new ApplyOptions(DryRun: true, Prune: false),
            CatalogSamples.Staff(_cluster.Clock.GetUtcNow())
        );
        Assert.Contains(
            new CatalogChange(CatalogChangeKind.Added, "product/mc-s"),
            applied.Changes
        );
        Assert.Equal(0L, await _cluster.Scalar<long>("select count(*) from catalog_product"));
    }

    [Fact]
    public async Task A_changed_price_is_kept_beside_the_old_one()
    {
        await Apply(CatalogSamples.Document(CatalogSamples.Product("mc-s")));
        _cluster.Clock.Advance(TimeSpan.FromDays(1));
        await Apply(
            CatalogSamples.Document(CatalogSamples.Product("mc-s", [new(30, new Money(599))]))
        );
        Assert.Equal(
            "30:1:499,30:2:599,90:1:1399,90:2:",
            await _cluster.Scalar<string>(
                "select string_agg(concat_ws(':', cycle, version, coalesce(price::text, '')), ',' order by cycle, version) from catalog_price"
            )
        );
    }

    [Fact]
    public async Task A_refused_document_leaves_every_table_as_it_was()
    {
        await Apply(CatalogSamples.Document(CatalogSamples.Product("mc-s")));
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Apply(
                CatalogSamples.Document(
                    CatalogSamples.Product("mc-m"),
                    CatalogSamples.Product("mc-s") with
                    {
                        Eggs = [new EggOffer("paper", null, []), new EggOffer("tetris", null, [])],
                    }
                )
            )
        );
        Assert.Equal(
            "products[1].eggs[1].egg: Provider 'panel-1' has no egg 'tetris'. It has paper, vanilla.",
            Assert.Single(refusal.ValidationErrors)
        );
        Assert.Equal(1L, await _cluster.Scalar<long>("select count(*) from catalog_product"));
        Assert.Equal(1L, await _cluster.Scalar<long>("select revision from catalog"));
    }

    [Fact]
    public async Task A_game_whose_defaults_do_not_suffice_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Apply(
                CatalogSamples.Document(
                    CatalogSamples.Product("mc-s") with
                    {
                        Eggs = [new EggOffer("paper", "Java 8", [])],
                    }
                )
            )
        );
        Assert.Equal(
            "products[0].eggs[0]: An order could not use 'paper': No image 'Java 8'.",
            refusal.ValidationErrors[0]
        );
    }

    [Fact]
    public async Task A_new_login_alone_is_a_change_and_audited()
    {
        var document = CatalogSamples.Document(CatalogSamples.Product("mc-s"));
        await Apply(document);
        var applied = await Apply(
            document with
            {
                Providers =
                [
                    document.Providers[0] with
                    {
                        Secrets = new() { ["applicationKey"] = "ptla_new" },
                    },
                ],
            }
        );
        Assert.Equal(
            new CatalogChange(CatalogChangeKind.Changed, "provider/panel-1", "connection"),
            Assert.Single(applied.Changes)
        );
        Assert.Equal(
            0L,
            await _cluster.Scalar<long>(
                "select count(*) from aggregate where state::text like '%ptla_%'"
            )
        );
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_gets_the_first_answer()
    {
        var document = CatalogSamples.Document(CatalogSamples.Product("mc-s"));
        var operation = new Operation("apply-1", "hash");
        var first = await Apply(document, operation);
        var second = await Apply(document, operation);
        Assert.Equal(first.Changes, second.Changes);
    }

    private Task<CatalogApplied> Apply(CatalogDocument document, Operation? operation = null) =>
        Admin.Apply(document, default, CatalogSamples.Staff(_cluster.Clock.GetUtcNow(), operation));
}
