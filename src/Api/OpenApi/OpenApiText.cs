using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>The document as text, made once per process: routes do not change while it runs.</summary>
internal sealed class OpenApiText(
    [FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider documents
) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private byte[]? _text;

    public async Task<IResult> Reply()
    {
        var text = _text ?? await Make();
        return Results.Bytes(
            text,
            "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text).AsSpan(0, 8))}\""
            )
        );
    }

    public void Dispose() => _once.Dispose();

    private async Task<byte[]> Make()
    {
        await _once.WaitAsync();
        try
        {
            if (_text is not null)
                return _text;
            var document = await documents.GetOpenApiDocumentAsync();
            using var stream = new MemoryStream();
            await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1);
            return _text = stream.ToArray();
        }
        finally
        {
            _once.Release();
        }
    }
}
