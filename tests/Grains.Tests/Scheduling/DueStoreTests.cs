using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Elizon.Grains.Tests.Scheduling;

public sealed class DueStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Now);
    private NpgsqlDataSource _database = null!;
    private DueStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = StorageSetup.OpenPool(await TestDatabase.Create());
        _store = new DueStore(_database, _clock);
        foreach (var bucket in Enumerable.Range(0, 5))
        foreach (var nr in Enumerable.Range(1, 3))
            await Add(bucket, $"{bucket}-{nr}", Now.AddMinutes(-nr));
        await Add(2, "2-later", Now.AddHours(1));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Buckets_that_ask_together_get_their_own_earliest_first_and_no_more_than_they_want()
    {
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(b => _store.Take(b, b == 3 ? 2 : 10))
        );
        Assert.Equal(["0-3", "0-2", "0-1"], taken[0].Select(i => i.Id));
        Assert.Equal(["2-3", "2-2", "2-1"], taken[2].Select(i => i.Id));
        Assert.Equal(["3-3", "3-2"], taken[3].Select(i => i.Id));
        Assert.Empty(taken[5]);
    }

    [Fact]
    public async Task What_did_not_advance_is_put_back_and_each_bucket_hears_of_its_own_next()
    {
        var taken = await Task.WhenAll(_store.Take(1, 1), _store.Take(2, 10));
        var next = await Task.WhenAll(
            _store.PutBack(1, [new Called(taken[0][0], "Refused.")]),
            _store.PutBack(2, [.. taken[1].Select(i => new Called(i, null))]),
            _store.PutBack(5, [])
        );
        Assert.Equal([Now.AddMinutes(-2), Now.AddSeconds(2), null], next);
        Assert.Equal("Refused.", await ErrorOf("1-3"));
    }

    [Fact]
    public async Task What_advanced_meanwhile_is_left_alone()
    {
        var taken = await _store.Take(4, 1);
        await Run("update due set at = $1 where id = '4-3'", Now.AddDays(30));
        await _store.PutBack(4, [new Called(taken[0], null)]);
        Assert.Null(await ErrorOf("4-3"));
    }

    private async Task<string?> ErrorOf(string id)
    {
        await using var command = _database.Command("select last_error from due where id = $1", id);
        return await command.ExecuteScalarAsync() as string;
    }

    private Task Add(int bucket, string id, DateTimeOffset at) =>
        Run(
            "insert into due (kind, id, bucket, at) values ('probe', $1, $2, $3)",
            id,
            (short)bucket,
            at
        );

    private async Task Run(string sql, params object[] values)
    {
        await using var command = _database.Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }
}
