using Elizon.Grains.Storage;
using Elizon.Providers;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Providers.Eggs;

/// <summary>Eggs from their table; a copy is kept for a second, so that a busy shop costs one query a second.</summary>
[StatelessWorker]
internal sealed class EggReader(NpgsqlDataSource database, [Wall] TimeProvider wall)
    : Grain,
        IEggReader
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private EggView[] _eggs = [];
    private long? _readAt;

    public async Task<EggView[]> All()
    {
        if (_readAt is { } at && wall.GetElapsedTime(at) < Fresh)
            return _eggs;
        await using var command = database.Command(
            "select view from egg where provider = $1 order by key",
            this.GetPrimaryKeyString()
        );
        await using var reader = await command.ExecuteReaderAsync();
        var eggs = new List<EggView>();
        while (await reader.ReadAsync())
            eggs.Add(Json.Read<EggView>(reader.GetString(0)));
        (_eggs, _readAt) = ([.. eggs], wall.GetTimestamp());
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
