using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What a node answers to the world: the console socket and signed URLs. Its own API is for the panel and wants the node's secret.</summary>
internal static class WingsEndpoints
{
    public static void MapWings(this IEndpointRouteBuilder app)
    {
        var node = app.MapSurface(Surface.Node).AddEndpointFilter(WhileUp);
        node.MapGet("/api/servers/{server}/ws", ConsoleEndpoint.Open);
        node.MapGet("/download/file", SignedDownloads.File);
        node.MapGet("/download/backup", SignedDownloads.Backup);
        node.MapPost("/upload/file", SignedUpload.Take).DisableAntiforgery();
        node.MapMethods("/upload/file", ["OPTIONS"], Preflight);
        node.MapFallback("{**path}", Protected);
    }

    /// <summary>The daemon behind the port this request came in on.</summary>
    public static WingsNode Node(this HttpContext http) =>
        http.RequestServices.GetRequiredService<PterodactylWorld>().NodeAt(http.Listener().Index);

    public static Task Error(this HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new WingsError(error, status >= 500 ? http.TraceIdentifier : null),
            http.RequestAborted
        );
    }

    private static async ValueTask<object?> WhileUp(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        if (http.Node().IsDown)
        {
            http.Cut();
            return Results.Empty;
        }
        http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
        http.Response.Headers.AccessControlAllowOrigin = http.Node().Remote.Url;
        try
        {
            return await next(context);
        }
        catch (WingsFailure failure)
        {
            await http.Error(failure.Status, failure.Message);
            return Results.Empty;
        }
    }

    private static IResult Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET, POST, PATCH, PUT, DELETE, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders =
            "Accept, Accept-Encoding, Authorization, Cache-Control, Content-Type, Content-Length, Origin, X-Real-IP, X-CSRF-Token";
        return Results.NoContent();
    }

    private static Task Protected(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return http.Error(404, "The requested resource does not exist on this instance.");
        return http.Request.Headers.Authorization.Count == 0
            ? http.Error(401, "The required authorization heads were not present in the request.")
            : http.Error(403, "You are not authorized to access this endpoint.");
    }
}

/// <param name="Error">The sentence.</param>
/// <param name="RequestId">On unexpected errors only.</param>
internal sealed record WingsError(
    [property: System.Text.Json.Serialization.JsonPropertyName("error")] string Error,
    [property: System.Text.Json.Serialization.JsonPropertyName("request_id")]
    [property: System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
    )]
        string? RequestId
);
