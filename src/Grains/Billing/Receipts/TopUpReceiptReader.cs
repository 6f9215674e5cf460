using Elizon.Billing;
using Elizon.Grains.Documents;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Receipts;

[StatelessWorker, GrainType("top-up-receipts")]
internal sealed class TopUpReceiptReader(
    NpgsqlDataSource database,
    IDocumentRenderer<TopUpReceiptContent> renderer
) : Grain, ITopUpReceipts
{
    public async Task<PageOf<TopUpReceiptView>> List(AccountId account, PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add("select count(*) from top_up_receipt where account = $1", account.Value);
        batch.Add(
            """
            select id, number, amount, method, received_at, received_on from top_up_receipt
            where account = $1 order by received_at desc, length(number) desc, number desc offset $2 limit $3
            """,
            account.Value,
            page.Offset,
            page.Limit
        );
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var receipts = new List<TopUpReceiptView>();
        while (await reader.ReadAsync())
            receipts.Add(View(reader));
        return new PageOf<TopUpReceiptView>([.. receipts], Pagination.Of(page, total));
    }

    public async Task<DocumentFile> Document(AccountId account, TopUpReceiptId id)
    {
        await using var command = database.Command(
            "select content from top_up_receipt where id = $1 and account = $2",
            id.Value,
            account.Value
        );
        if (await command.ExecuteScalarAsync() is not string text)
            throw CommonRefusals.NotFound("receipt");
        var content = TopUpReceiptContent.Parse(text);
        using var bytes = new MemoryStream();
        renderer.Render(content, bytes);
        return new DocumentFile($"{content.Number}.pdf", renderer.MediaType, bytes.ToArray());
    }

    private static TopUpReceiptView View(NpgsqlDataReader row) =>
        new(
            TopUpReceiptId.Of(row.GetString(0)),
            row.GetString(1),
            new Money(row.GetInt64(2)),
            row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateOnly>(5)
        );
}
