using Elizon.Grains.Providers.Settings;
using Elizon.Grains.Storage;
using Elizon.Providers;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Providers.Eggs;

/// <summary>
/// Eggs from their table; a copy is kept until the provider was synced again, so that an order costs a call in memory and
/// no query.
/// </summary>
[StatelessWorker]
internal sealed class EggReader(NpgsqlDataSource database) : Grain, IEggReader
{
    private EggView[] _eggs = [];
    private DateTimeOffset? _syncedAt;

    public async Task<EggView[]> All()
    {
        var syncedAt = await GrainFactory
            .ProviderInside(new ProviderId(this.GetPrimaryKeyString()))
            .EggsSyncedAt();
        if (syncedAt == _syncedAt)
            return _eggs;
        await using var command = database.Command(
            "select view from egg where provider = $1 order by key",
            this.GetPrimaryKeyString()
        );
        await using var reader = await command.ExecuteReaderAsync();
        var eggs = new List<EggView>();
        while (await reader.ReadAsync())
            eggs.Add(Json.Read<EggView>(reader.GetString(0)));
        (_eggs, _syncedAt) = ([.. eggs], syncedAt);
        return _eggs;
    }

    public async Task<ChosenEgg> Choose(
        string egg,
        string? image,
        Dictionary<string, string>? variables
    )
    {
        var all = await All();
        return EggChoice.Of(
            all.FirstOrDefault(e => e.Key == egg) ?? throw ProviderRefusals.NoSuchEgg(egg),
            image,
            variables ?? []
        );
    }
}
