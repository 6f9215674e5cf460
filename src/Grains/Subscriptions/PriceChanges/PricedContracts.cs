using Elizon.Grains.Storage;
using Elizon.Subscriptions;
using Npgsql;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>The running contracts of a product with one cycle; add-ons, which have prices of their own, are left out.</summary>
internal sealed class PricedContracts(NpgsqlDataSource database)
{
    private const string Running = """
        from subscription where product = $1 and status <> 'Ended'
        and (view ->> 'billingCycle')::int = $2 and view ->> 'addOnOf' is null
        """;

    /// <summary>The next page by id.</summary>
    public async Task<ServiceId[]> Behind(string cursor, PriceChangeTerms terms)
    {
        await using var command = database.Command(
            $"select service {Running} and service > $3 order by service limit $4",
            terms.Product.Value,
            terms.BillingCycle,
            cursor,
            Announcing.Page
        );
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<ServiceId>();
        while (await reader.ReadAsync())
            found.Add(ServiceId.Of(reader.GetString(0)));
        return [.. found];
    }

    /// <summary>How many there are, and how many of them have another price than the one that is replaced.</summary>
    public async Task<ContractCount> Count(PriceChangeTerms terms)
    {
        await using var command = database.Command(
            $"select count(*)::int, (count(*) filter (where (view ->> 'price')::numeric <> $3))::int {Running}",
            terms.Product.Value,
            terms.BillingCycle,
            terms.Before!.Value.Euros
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new ContractCount(reader.GetInt32(0), reader.GetInt32(1));
    }
}
