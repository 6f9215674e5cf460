using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>
/// Asks the rules of dunning about every open invoice. Read from the states of the accounts, as the auditor does: stages that
/// are still to come are no history, and have no rows.
/// </summary>
[StatelessWorker, GrainType("dunning-desk")]
internal sealed class DunningDesk(NpgsqlDataSource database, House house, TimeProvider clock)
    : Grain,
        IDunningDesk
{
    private const int FurthestDays = 366;

    public Task<DunningPolicyView[]> Policies() =>
        Task.FromResult<DunningPolicyView[]>([
            new(null, [.. DunningPolicy.Of(house.Terms.Dunning).Stages]),
            .. house
                .Terms.Dunning.Products.Keys.Order(StringComparer.Ordinal)
                .Select(p => new DunningPolicyView(
                    ProductId.Of(p),
                    [.. house.Dunning(ProductId.Of(p)).Stages]
                )),
        ]);

    public async Task<PageOf<DunningForecast>> Simulate(
        DunningSimulation simulation,
        PageRequest page
    )
    {
        var today = house.DayOf(clock.GetUtcNow());
        if (simulation.On < today || simulation.On > today.AddDays(FurthestDays))
            throw CommonRefusals.Invalid("'on' lies between today and a year from now.");
        var policy = simulation.Stages is { } stages ? Checked(stages) : null;
        var until = house.StartOf(simulation.On.AddDays(1));
        await using var command = database.Command(
            """
            select a.id, o.value, count(*) over () from aggregate a, jsonb_each(a.state -> 'openInvoices') o
            where a.kind = 'account' and ($1::text is null or o.value ->> 'product' = $1)
            order by o.value ->> 'nextAt' nulls last, o.key offset $2 limit $3
            """,
            simulation.Product?.Value,
            page.Offset,
            page.Limit
        );
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<DunningForecast>();
        var total = 0L;
        while (await reader.ReadAsync())
        {
            var open = Json.Read<OpenInvoice>(reader.GetString(1));
            found.Add(
                DunningPlan.Of(
                    AccountId.Of(reader.GetString(0)),
                    open,
                    policy,
                    house.Dunning(open.Product),
                    until
                )
            );
            total = reader.GetInt64(2);
        }
        return new PageOf<DunningForecast>([.. found], Pagination.Of(page, total));
    }

    private static DunningPolicy Checked(DunningStageView[] stages) =>
        DunningPolicy.Fault(stages) is { } fault
            ? throw CommonRefusals.Invalid($"'stages' {fault}.")
            : new DunningPolicy([.. stages]);
}
