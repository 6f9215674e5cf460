using Elizon.Grains.Storage;
using Elizon.Services;
using Elizon.Subscriptions;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Subscriptions;

/// <summary>Lists from the record table.</summary>
[StatelessWorker]
internal sealed class SubscriptionReader(NpgsqlDataSource database) : Grain, ISubscriptionReader
{
    public async Task<SubscriptionView> OfPaidLine(PaidLine line, Caller by)
    {
        var service = await GrainFactory.ServiceReader().OfPaidLine(line, by);
        if (service.DeliveredAt is null)
            throw ServiceRefusals.Provisioning();
        return await GrainFactory.Subscription(service.Id).Show(by);
    }

    public async Task<PageOf<SubscriptionView>> List(PageRequest page, Caller by)
    {
        await using var command = database.Command(
            "select view, count(*) over () from subscription where owner = $1 and status <> 'Ended' order by paid_until, service limit $2 offset $3",
            by.User.Value,
            page.Limit,
            page.Offset
        );
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<SubscriptionView>();
        var total = 0L;
        while (await reader.ReadAsync())
        {
            rows.Add(Json.Read<SubscriptionView>(reader.GetString(0)));
            total = reader.GetInt64(1);
        }
        return new PageOf<SubscriptionView>([.. rows], Pagination.Of(page, total));
    }
}
