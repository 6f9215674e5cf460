using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Operations;
using Elizon.Services;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Operations;

/// <summary>Operations from their table; whether one may be seen is the service's word.</summary>
[StatelessWorker]
internal sealed class OperationReader(NpgsqlDataSource database) : Grain, IOperationReader
{
    public async Task<OperationView> Find(OperationId id, Caller by)
    {
        var operation = await Read(id);
        await GrainFactory.ServiceInside(operation.Service).Inside(by, Permission.View);
        return operation;
    }

    public async Task<PageOf<StaffOperationView>> List(
        OperationState? state,
        PageRequest page,
        Caller by
    )
    {
        await using var command = database.Command(
            """
            select view, owner, provider, detail, count(*) over () from operation
            where $1::text is null or state = $1 order by started_at desc, id limit $2 offset $3
            """,
            state?.ToString(),
            page.Limit,
            page.Offset
        );
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<StaffOperationView>();
        var total = 0L;
        while (await reader.ReadAsync())
        {
            rows.Add(
                new StaffOperationView(
                    Json.Read<OperationView>(reader.GetString(0)),
                    new UserId(reader.GetString(1)),
                    new ProviderId(reader.GetString(2)),
                    reader.IsDBNull(3) ? null : reader.GetString(3)
                )
            );
            total = reader.GetInt64(4);
        }
        return new PageOf<StaffOperationView>([.. rows], Pagination.Of(page, total));
    }

    public async Task<OperationView> Retry(OperationId id, Caller by)
    {
        var operation = await Read(id);
        await GrainFactory.Service(operation.Service).Retry(by);
        return await Read(id);
    }

    private async Task<OperationView> Read(OperationId id)
    {
        await using var command = database.Command(
            "select view from operation where id = $1",
            id.Value
        );
        return await command.ExecuteScalarAsync() is string view
            ? Json.Read<OperationView>(view)
            : throw CommonRefusals.NotFound("operation");
    }
}
