using System.Security.Cryptography;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Subscriptions.PriceChanges;

[StatelessWorker, GrainType("price-change-desk")]
internal sealed class PriceChangeDesk(
    NpgsqlDataSource database,
    PricedContracts contracts,
    House house,
    RandomNumberGenerator chance,
    TimeProvider clock
) : Grain, IPriceChangeDesk
{
    private const string Columns = """
        select id, product, cycle, before, after, from_day, contracts, own_price, visited,
          (select count(*) from announced_price where price_change = id)::int, at, done_at
        from price_change
        """;

    public async Task<PriceChangeView> Preview(PriceChangeTerms terms)
    {
        var known = await Checked(terms);
        var touched = await contracts.Count(known);
        return new PriceChangeView(
            null,
            known.Product,
            known.BillingCycle,
            known.Before!.Value,
            known.Price,
            known.From,
            touched.All,
            touched.OwnPrice,
            0,
            0,
            null,
            null
        );
    }

    public async Task<PriceChangeView> Announce(PriceChangeTerms terms, Caller by)
    {
        var id = NewId.Of<PriceChangeId>(by.Operation, chance);
        if (await Find(id) is { } earlier)
            return earlier;
        var known = await Checked(terms);
        await GrainFactory
            .GetGrain<IPriceChangeGrain>(id.Value)
            .Begin(known, await contracts.Count(known), by);
        return await Show(id);
    }

    public async Task<PriceChangeView> Show(PriceChangeId id) =>
        await Find(id) ?? throw CommonRefusals.NotFound("price change");

    public async Task<PageOf<PriceChangeView>> List(PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add("select count(*) from price_change");
        batch.Add($"{Columns} order by at desc, id offset $1 limit $2", page.Offset, page.Limit);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var found = new List<PriceChangeView>();
        while (await reader.ReadAsync())
            found.Add(View(reader));
        return new PageOf<PriceChangeView>([.. found], Pagination.Of(page, total));
    }

    private async Task<PriceChangeTerms> Checked(PriceChangeTerms terms)
    {
        var prices = await GrainFactory.CatalogReader().Prices(terms.Product);
        var catalogue = prices.FirstOrDefault(p => p.BillingCycle == terms.BillingCycle)?.Price;
        return Announcing.Checked(terms, catalogue, house, clock.GetUtcNow());
    }

    private async Task<PriceChangeView?> Find(PriceChangeId id)
    {
        await using var command = database.Command($"{Columns} where id = $1", id.Value);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? View(reader) : null;
    }

    private static PriceChangeView View(NpgsqlDataReader row) =>
        new(
            PriceChangeId.Of(row.GetString(0)),
            ProductId.Of(row.GetString(1)),
            row.GetInt32(2),
            new Money(row.GetInt64(3)),
            new Money(row.GetInt64(4)),
            row.GetFieldValue<DateOnly>(5),
            row.GetInt32(6),
            row.GetInt32(7),
            row.GetInt32(8),
            row.GetInt32(9),
            row.GetFieldValue<DateTimeOffset>(10),
            row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11)
        );
}
