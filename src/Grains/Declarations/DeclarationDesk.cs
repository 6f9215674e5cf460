using System.Security.Cryptography;
using Elizon.Declarations;
using Elizon.Grains.Billing;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Declarations;

[StatelessWorker, GrainType("declaration-desk")]
internal sealed class DeclarationDesk(
    NpgsqlDataSource database,
    DeclarationLookup lookup,
    IOptions<DeclarationOptions> options,
    House house,
    RandomNumberGenerator chance,
    TimeProvider clock
) : Grain, IDeclarationDesk
{
    private const int RetryAfterSeconds = 60;
    private const int RetryTomorrowSeconds = 3600;

    public async Task<DeclarationReceipt> Declare(
        Declaration declaration,
        bool confirmed,
        string visitor,
        Caller by
    )
    {
        await Count(visitor);
        var now = clock.GetUtcNow();
        var clean = DeclarationRules.Checked(declaration, house.DayOf(now));
        if (!confirmed)
            return DeclarationRules.Receipt(clean);
        if (await lookup.Count(clean.Email, now.AddDays(-1)) >= options.Value.PerEmailADay)
            throw DeclarationRefusals.TooMany(RetryTomorrowSeconds);
        var id = NewId.Of<DeclarationId>(by.Operation, chance);
        return await GrainFactory.Declaration(id).Declare(clean, by);
    }

    public async Task<PageOf<DeclarationView>> List(DeclarationStatus? status, PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add(
            "select count(*) from declaration where $1::text is null or status = $1",
            status?.ToString()
        );
        batch.Add(
            $"""
            select view from declaration where $1::text is null or status = $1
            order by received_at {(status is null ? "desc" : "asc")}, id offset $2 limit $3
            """,
            status?.ToString(),
            page.Offset,
            page.Limit
        );
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var found = new List<DeclarationView>();
        while (await reader.ReadAsync())
            found.Add(Json.Read<DeclarationView>(reader.GetString(0)));
        return new PageOf<DeclarationView>([.. found], Pagination.Of(page, total));
    }

    private async Task Count(string visitor)
    {
        var rate = await GrainFactory
            .RateLimit($"declaration/{AddressKey.Of(visitor)}")
            .Count(options.Value.PerMinute);
        if (!rate.Allowed)
            throw DeclarationRefusals.TooMany(RetryAfterSeconds);
    }
}
