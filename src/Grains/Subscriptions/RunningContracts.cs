using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Subscriptions;

/// <summary>The contracts of a customer that have not ended, add-ons among them.</summary>
internal sealed class RunningContracts(NpgsqlDataSource database)
{
    public async Task<ServiceId[]> Of(UserId owner)
    {
        await using var command = database.Command(
            "select service from subscription where owner = $1 and status <> 'Ended' order by service",
            owner.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<ServiceId>();
        while (await reader.ReadAsync())
            found.Add(ServiceId.Of(reader.GetString(0)));
        return [.. found];
    }
}
