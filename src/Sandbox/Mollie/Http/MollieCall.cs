using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>One authenticated API call, read completely, with the changes that its handler wants stored.</summary>
internal sealed class MollieCall
{
    private const int MostBytes = 1024 * 1024;

    private MollieCall(
        HttpRequest request,
        MollieAccess access,
        string operation,
        DateTimeOffset now,
        byte[] body
    )
    {
        Access = access;
        Operation = operation;
        Now = now;
        Request = request;
        Body = MollieBody.Parse(request, body);
        Fingerprint = FingerprintOf(request, body);
        if (
            HttpMethods.IsPost(request.Method)
            && request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
        )
            IdempotencyKey = key;
    }

    public MollieAccess Access { get; }

    /// <summary>E.g. <c>payments.create</c>: the target of a fault switch.</summary>
    public string Operation { get; }

    public DateTimeOffset Now { get; }

    public HttpRequest Request { get; }

    public JsonObject Body { get; }

    /// <summary>Null where Mollie ignores the header: on GET, PATCH and DELETE.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>Hash of method, path, query and body.</summary>
    public string Fingerprint { get; }

    public StoreChanges Changes { get; } = new();

    public string Route(string name) => (string)Request.RouteValues[name]!;

    public static async Task<MollieCall> Read(
        HttpContext context,
        MollieAccess access,
        string operation,
        DateTimeOffset now
    )
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length > MostBytes)
            throw MollieProblem.Malformed("The request body is too large.");
        return new MollieCall(context.Request, access, operation, now, buffer.ToArray());
    }

    private static string FingerprintOf(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n")
        );
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
