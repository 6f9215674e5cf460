using System.Text.Json;
using Elizon.Api.Rules;
using Microsoft.AspNetCore.Http.Metadata;

namespace Elizon.Api.Requests;

/// <summary>
/// Reads a request before its handler does: refuses texts that no table can hold, names every fault of a JSON body at
/// once, and completes the caller with the operation (Idempotency-Key) and the reason of a staff call.
/// </summary>
internal sealed class RequestReader(RequestDelegate next)
{
    public async Task Invoke(HttpContext http, RequestCaller caller)
    {
        if (
            http.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<ApiRule>() is not { } rule
        )
        {
            await next(http);
            return;
        }
        QueryText.Check(http.Request);
        if (Origins.IsMutating(http.Request.Method) && rule.Access != Access.Internal)
            await Read(http, endpoint, rule, caller);
        await next(http);
    }

    private static async Task Read(
        HttpContext http,
        RouteEndpoint endpoint,
        ApiRule rule,
        RequestCaller caller
    )
    {
        var key = OperationKey.Of(http.Request);
        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        var reason = rule.Access == Access.Staff ? Reason.OfHeader(http.Request) : null;
        if (RawBody.IsJson(accepts))
        {
            var bytes = await RawBody.ReadJson(http);
            using var body = JsonBody.Parse(bytes, accepts!);
            reason ??= rule.Access == Access.Staff ? Reason.OfBody(body) : null;
        }
        if (rule.Access == Access.Staff && reason is null)
            throw GateRefusals.ReasonMissing();
        var operation = key is null
            ? null
            : await OperationKey.Operation(http, endpoint, caller, key);
        caller.Caller = caller.Caller with { Operation = operation, Reason = reason };
    }
}
