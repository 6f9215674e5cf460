using Elizon.Grains.Storage;
using Elizon.Providers;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Providers.Settings;

[StatelessWorker]
internal sealed class ProviderReader(NpgsqlDataSource database) : Grain, IProviderReader
{
    public async Task<ProviderView[]> List(Caller by)
    {
        await using var command = database.Command("select view from provider order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var providers = new List<ProviderView>();
        while (await reader.ReadAsync())
            providers.Add(Json.Read<ProviderView>(reader.GetString(0)));
        return [.. providers];
    }
}
