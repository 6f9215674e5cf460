using System.Text.Json;
using System.Text.Unicode;
using Elizon.Api.Replies;
using Microsoft.AspNetCore.Http.Metadata;

namespace Elizon.Api.Requests;

/// <summary>A JSON body against the type a handler takes.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ApiJson.MaxDepth };

    /// <exception cref="Refusal">Invalid, naming every fault.</exception>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, IAcceptsMetadata accepts)
    {
        if (bytes.IsEmpty)
            return accepts.IsOptional ? null : throw CommonRefusals.Invalid("The body is missing.");
        var document = Parse(bytes);
        var faults = BodyFaults.Find(
            document.RootElement,
            ApiJson.Requests.GetTypeInfo(accepts.RequestType!)
        );
        if (faults.Length == 0)
            return document;
        document.Dispose();
        throw CommonRefusals.Invalid(faults);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
            throw CommonRefusals.Invalid("The body is not valid UTF-8.");
        try
        {
            return JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException error)
        {
            throw CommonRefusals.Invalid(
                $"The body is not valid JSON or nested deeper than {ApiJson.MaxDepth} levels (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."
            );
        }
    }
}
