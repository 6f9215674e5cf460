using System.Security.Cryptography;
using Elizon.Billing;
using Elizon.Grains.Documents;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// Files of issued documents: rendered on first demand from the frozen content, stored once. Two first demands at the
/// same time render twice and store one: both get the stored one.
/// </summary>
internal sealed class DocumentFiles(
    NpgsqlDataSource database,
    DocumentRecords documents,
    IEnumerable<IDocumentRenderer<InvoiceDocument>> renderers,
    IDocumentRenderer<ProformaDocument> proforma,
    TimeProvider clock
)
{
    /// <exception cref="Refusal">NotFound; Conflict for a draft, or for a proforma of what is issued.</exception>
    public async Task<DocumentFile> Get(AccountId account, InvoiceId id, InvoiceFormat format)
    {
        if (format == InvoiceFormat.Proforma)
            return await Proforma(account, id);
        var renderer = renderers.First(r => r.MediaType == MediaTypeOf(format));
        if (await Stored(account, id, renderer.MediaType) is { } stored)
            return stored;
        var document = await documents.Find(account, id);
        if (document is null)
            throw await documents.FindSettled(account, id) is null
                ? CommonRefusals.NotFound("invoice")
                : BillingRefusals.NoDocumentYet();
        var model = new InvoiceDocument(document.Number, document.IssuedAt, document.Content);
        await Store(id, renderer.MediaType, Render(renderer, model));
        return await Stored(account, id, renderer.MediaType)
            ?? throw new InvalidOperationException($"The file of {id} was not stored.");
    }

    private static string MediaTypeOf(InvoiceFormat format) =>
        format == InvoiceFormat.XRechnung ? "application/xml" : "application/pdf";

    /// <summary>Rendered each time and never kept: a draft changes.</summary>
    private async Task<DocumentFile> Proforma(AccountId account, InvoiceId id)
    {
        if (await documents.FindDraft(account, id) is { } draft)
            return new DocumentFile(
                $"proforma-{id}.pdf",
                proforma.MediaType,
                Render(proforma, new ProformaDocument(draft, clock.GetUtcNow()))
            );
        throw await documents.FindSettled(account, id) switch
        {
            SettledDraft.Issued => BillingRefusals.NoProforma(),
            SettledDraft.Lapsed => BillingRefusals.Lapsed(),
            _ => CommonRefusals.NotFound("invoice"),
        };
    }

    private static byte[] Render<TModel>(IDocumentRenderer<TModel> renderer, TModel model)
    {
        using var bytes = new MemoryStream();
        renderer.Render(model, bytes);
        return bytes.ToArray();
    }

    private async Task<DocumentFile?> Stored(AccountId account, InvoiceId id, string mediaType)
    {
        await using var command = database.Command(
            """
            select d.number, f.content from document_file f join invoice_document d on d.id = f.document
            where d.id = $1 and d.account = $2 and f.media_type = $3
            """,
            id.Value,
            account.Value,
            mediaType
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new DocumentFile(
                $"{reader.GetString(0)}.{mediaType.Split('/')[1]}",
                mediaType,
                reader.GetFieldValue<byte[]>(1)
            )
            : null;
    }

    private async Task Store(InvoiceId id, string mediaType, byte[] content)
    {
        await using var command = database.Command(
            "insert into document_file (document, media_type, content, sha256, rendered_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
            id.Value,
            mediaType,
            content,
            SHA256.HashData(content),
            clock.GetUtcNow()
        );
        await command.ExecuteNonQueryAsync();
    }
}
