using Elizon.Fixtures;
using Elizon.Grains.Storage;
using Elizon.Services;

namespace Elizon.Grains.Tests.Billing;

/// <summary>The orders that became services, read from what the services committed.</summary>
internal static class OpenedServices
{
    public static async Task<List<ServiceOrder>> Orders(this ElizonCluster cluster)
    {
        await using var command = cluster.Database.CreateCommand(
            "select state -> 'order' from aggregate where kind = 'service'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var orders = new List<ServiceOrder>();
        while (await reader.ReadAsync())
            orders.Add(Json.Read<ServiceOrder>(reader.GetString(0)));
        return orders;
    }
}
