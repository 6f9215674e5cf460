using System.Threading.Channels;
using Elizon.ApiKeys;
using Elizon.Identity;

namespace Elizon.Grains.Tests.Revocations;

public sealed class RevocationBoardTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_watcher_hears_of_deleted_keys_and_ended_sessions_by_the_name_callers_carry()
    {
        var watcher = new Watcher();
        var reference = _cluster.Client.CreateObjectReference<IRevocationWatcher>(watcher);
        await _cluster.Grains.RevocationBoard().Watch(reference);
        var person = await _cluster.Customer();
        var grain = _cluster.Grains.User(person.Id);
        var by = person.Caller(_cluster.Clock.GetUtcNow());
        var key = await grain.CreateApiKey(new ApiKeyRequest("k", ["services:read"]), by);

        await grain.DeleteApiKey(key.Id, by);
        await grain.EndSession(person.Session, by);

        Assert.Equal(
            new Revocation(person.Id, $"key/{key.Id.Value[..12]}", null, "revoked"),
            await watcher.Next()
        );
        Assert.Equal(new Revocation(person.Id, by.By, null, "revoked"), await watcher.Next());
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task A_watcher_that_is_gone_disturbs_nobody()
    {
        var (gone, there) = (new Watcher(), new Watcher());
        var reference = _cluster.Client.CreateObjectReference<IRevocationWatcher>(gone);
        await _cluster.Grains.RevocationBoard().Watch(reference);
        _cluster.Client.DeleteObjectReference<IRevocationWatcher>(reference);
        await _cluster
            .Grains.RevocationBoard()
            .Watch(_cluster.Client.CreateObjectReference<IRevocationWatcher>(there));

        var revocation = new Revocation(new UserId("u"), null, null, "logout");
        await _cluster.Grains.RevocationBoard().Publish(revocation);

        Assert.Equal(revocation, await there.Next());
    }

    private sealed class Watcher : IRevocationWatcher
    {
        private readonly Channel<Revocation> _heard = Channel.CreateUnbounded<Revocation>();

        public void Revoked(Revocation revocation) => _heard.Writer.TryWrite(revocation);

        public async Task<Revocation> Next()
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            return await _heard.Reader.ReadAsync(deadline.Token);
        }
    }
}
