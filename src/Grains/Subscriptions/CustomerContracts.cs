using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Subscriptions;

/// <summary>The contracts of a customer, add-ons among them.</summary>
internal sealed class CustomerContracts(NpgsqlDataSource database)
{
    /// <summary>Those that have not ended.</summary>
    public Task<ServiceId[]> Running(UserId owner) =>
        Ids(
            "select service from subscription where owner = $1 and status <> 'Ended' order by service",
            owner.Value
        );

    /// <summary>Those over what was added to a service, ended or not.</summary>
    public Task<ServiceId[]> AddedTo(ServiceId service, UserId owner) =>
        Ids(
            "select service from subscription where owner = $1 and view ->> 'addOnOf' = $2 order by service",
            owner.Value,
            service.Value
        );

    private async Task<ServiceId[]> Ids(string sql, params object[] parameters)
    {
        await using var command = database.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<ServiceId>();
        while (await reader.ReadAsync())
            found.Add(ServiceId.Of(reader.GetString(0)));
        return [.. found];
    }
}
