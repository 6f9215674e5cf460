using Elizon.Audit;
using Elizon.Catalog;

namespace Elizon.Grains.Tests.Audit;

public sealed class AuditReaderTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await ElizonCluster.Start();
        await Apply(499);
        await Apply(599);
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task The_newest_entry_comes_first_with_what_was_changed()
    {
        var page = await List(new AuditFilter());
        Assert.Equal(2, page.Pagination.Total);
        Assert.Equal(
            ("catalog.applied", "catalog/main", "session/chief", "spring prices", "4.99 → 5.99"),
            (
                page.Items[0].Action,
                page.Items[0].Target,
                page.Items[0].Actor,
                page.Items[0].Reason,
                page.Items[0].Details!["product/mc-s prices.30"]
            )
        );
    }

    [Theory]
    [InlineData("catalog/main", null, null, 2)]
    [InlineData("catalog/other", null, null, 0)]
    [InlineData(null, "catalog.applied", null, 2)]
    [InlineData(null, "service.suspended", null, 0)]
    [InlineData(null, null, "session/chief", 2)]
    [InlineData(null, null, "session/other", 0)]
    public async Task Filters_match_exactly(
        string? target,
        string? action,
        string? actor,
        int found
    ) =>
        Assert.Equal(
            found,
            (await List(new AuditFilter(target, null, action, actor))).Pagination.Total
        );

    private Task<PageOf<AuditView>> List(AuditFilter filter) =>
        _cluster.Grains.AuditReader().List(filter, new PageRequest(1, 20));

    private Task Apply(int cents) =>
        _cluster
            .Grains.Catalog()
            .Apply(
                CatalogSamples.Document(
                    CatalogSamples.Product("mc-s", [new(30, new Money(cents))])
                ),
                [],
                default,
                CatalogSamples.Staff(_cluster.Clock.GetUtcNow())
            );
}
