using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The panel's middleware in its order: key, JSON, address, budget, server, root, state, right.</summary>
internal sealed class PanelGate(PanelContext panel, PanelThrottle throttle)
{
    /// <exception cref="PanelFailure">The answer of the first gate that refuses.</exception>
    public async Task<PanelCall> Pass(HttpContext http, PanelRoute route)
    {
        var call = Authenticate(http);
        call.Body = await Read(http.Request);
        call.Input = PanelInput.Read(http.Request, call.Body);
        if (!call.Key.AllowsFrom(http.Connection.RemoteIpAddress))
            throw PanelFailures.Denied(
                $"This IP address ({call.Address}) does not have permission to access the API using these credentials."
            );
        Throttle(call, route);
        Bind(call);
        if (route.Api == PanelApi.Application)
            EnterApplication(call, route);
        else
            EnterClient(call, route);
        return call;
    }

    private PanelCall Authenticate(HttpContext http)
    {
        const string scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        var key = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? PanelKeys.Find(panel.Tables, header[scheme.Length..].Trim())
            : null;
        return panel.Tables.Users.Find(key?.UserId) is { } user
            ? new PanelCall(http, user, key!)
            : throw PanelFailures.Unauthenticated();
    }

    private static async Task<byte[]> Read(HttpRequest request)
    {
        if (request.ContentLength is 0 or null && !request.Headers.ContainsKey("Transfer-Encoding"))
            return [];
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private void Throttle(PanelCall call, PanelRoute route)
    {
        var limit =
            route.Api == PanelApi.Application
                ? panel.Options.ApplicationRateLimit
                : panel.Options.ClientRateLimit;
        throttle.Count(
            call.Http.Response,
            route.Api.ToString(),
            call.User,
            limit,
            PanelThrottle.Minute
        );
        if (route.IsWebsocket && panel.Options.WebsocketRateLimit is var tickets and > 0)
            throttle.Count(
                call.Http.Response,
                "websocket",
                call.User,
                tickets,
                PanelThrottle.Minute
            );
    }

    private void Bind(PanelCall call)
    {
        if (!call.Http.Request.RouteValues.ContainsKey("server"))
            return;
        var key = call.Route("server");
        PanelServer? Find() =>
            call.Http.Request.Path.StartsWithSegments("/api/client", StringComparison.Ordinal)
                ? panel.Tables.ServerBy(key)
                : panel.Tables.Servers.Find(call.RouteId("server"));
        if (Find() is { } doomed && panel.Daemons.DeletesBehind(doomed))
            panel.Daemons.DeleteEverywhere(doomed);
        call.Server = Find() ?? throw PanelFailures.NotFound();
    }

    private static void EnterApplication(PanelCall call, PanelRoute route)
    {
        if (!call.User.RootAdmin)
            throw PanelFailures.Denied("This account does not have permission to access the API.");
        if (!call.Key.Allows(route.Demand!, route.Right))
            throw PanelFailures.Unauthorized();
    }

    private void EnterClient(PanelCall call, PanelRoute route)
    {
        if (call.Key.IsApplication)
            throw PanelFailures.Denied(
                "You are attempting to use an application API key on an endpoint that requires a client API key."
            );
        if (!call.Http.Request.RouteValues.ContainsKey("server"))
            return;
        var rights = ServerRights.Of(panel.Tables, call.Server, call.User);
        if (rights.Count == 0)
            throw PanelFailures.NotYours();
        CheckState(call, route);
        var demand =
            route.Demand == "power" ? ServerRights.ForSignal(call.Text("signal")) : route.Demand;
        if (demand is not null && !ServerRights.Allow(rights, demand))
            throw route.IsWebsocket
                ? new PanelFailure(
                    403,
                    "HttpForbiddenException",
                    "You do not have permission to connect to this server's websocket."
                )
                : new PanelFailure(403, "AuthorizationException", "This action is unauthorized.");
    }

    private void CheckState(PanelCall call, PanelRoute route)
    {
        var server = call.Server;
        var node = panel.NodeOf(server);
        var blocked = server.IsSuspended || node.MaintenanceMode;
        var busy = !server.IsInstalled || server.Status == ServerStatus.RestoringBackup;
        if (route.IsView || !(blocked || busy))
            return;
        if (blocked || !call.User.RootAdmin || !route.IsWebsocket)
            throw PanelFailures.Conflict(server, node);
    }
}
