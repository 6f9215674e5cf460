using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Elizon.Grains.Tests.Catalog;

public sealed class CatalogSnapshotTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _wall = new();
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task For_a_second_nobody_asks_the_tables_then_the_first_one_does()
    {
        var snapshots = new CatalogSnapshots(new CatalogStore(_cluster.Database), _wall);
        var before = await snapshots.Current();
        await _cluster
            .Grains.CatalogAdmin()
            .Apply(
                CatalogSamples.Document(CatalogSamples.Product("mc-s")),
                default,
                CatalogSamples.Staff(_cluster.Clock.GetUtcNow())
            );
        _wall.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Same(before, await snapshots.Current());
        _wall.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await snapshots.Current()).Content.Revision);
    }

    [Fact]
    public async Task Content_is_read_again_only_when_its_revision_moved()
    {
        var snapshots = new CatalogSnapshots(new CatalogStore(_cluster.Database), _wall);
        var before = await snapshots.Current();
        _wall.Advance(TimeSpan.FromSeconds(2));
        var after = await snapshots.Current();
        Assert.NotSame(before, after);
        Assert.Same(before.Content, after.Content);
    }

    [Fact]
    public async Task Parallel_readers_share_one_reading()
    {
        var snapshots = new CatalogSnapshots(new CatalogStore(_cluster.Database), _wall);
        var read = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => snapshots.Current().AsTask())
        );
        Assert.Single(read.Distinct());
    }
}
