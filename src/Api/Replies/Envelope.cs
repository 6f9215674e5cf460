using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Elizon.Api.Replies;

/// <summary>One named member of an answer, written as its declared type.</summary>
internal readonly record struct EnvelopePart(string Name, object? Value, Type Type);

/// <summary>Writes an answer in one piece, so that it carries its length and a failing member leaves no half body.</summary>
internal sealed class Envelope(int status, EnvelopePart[] parts) : IResult, IStatusCodeHttpResult
{
    /// <summary>Writing never awaits, so one writer per thread serves every answer.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (
            httpContext
                .RequestServices.GetRequiredService<IOptions<ApiOptions>>()
                .Value.CheckAnswers
        )
            AnswerCheck.Check(httpContext.GetEndpoint(), status, parts);
        using var buffer = new PooledBuffer();
        Write(buffer);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = ApiJson.ContentType;
        response.ContentLength = buffer.Written.Length;
        await response.BodyWriter.WriteAsync(buffer.Written, httpContext.RequestAborted);
    }

    private void Write(PooledBuffer buffer)
    {
        var json = _writer ??= new Utf8JsonWriter(buffer, ApiJson.Writer);
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        foreach (var part in parts)
        {
            json.WritePropertyName(part.Name);
            JsonSerializer.Serialize(json, part.Value, part.Type, ApiJson.Replies);
        }
        json.WriteEndObject();
        json.Flush();
    }
}
