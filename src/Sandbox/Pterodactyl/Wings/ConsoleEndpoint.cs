namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The handshake of a console socket.</summary>
internal static class ConsoleEndpoint
{
    private const int Suspended = 4409;

    public static async Task Open(HttpContext http, string server)
    {
        var node = http.Node();
        var found = node.Server(server);
        if (found.Sockets.Authenticated >= node.Options.SocketsPerServer)
            throw new WingsFailure(400, "Too many open websocket connections.");
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await Refuse(
                http,
                400,
                "websocket: the client is not using the websocket protocol: 'upgrade' token not found in 'Connection' header"
            );
            return;
        }
        if (!MayOpen(http, node) || node.Faults.Take(PterodactylFault.WsRefuse, server) is not null)
        {
            await Refuse(
                http,
                403,
                "websocket: request origin not allowed by Upgrader.CheckOrigin"
            );
            return;
        }
        // The daemon pings nobody: a half-open line is the client's to find.
        var context = new WebSocketAcceptContext
        {
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            DangerousEnableCompression = true,
        };
        using var line = await http.WebSockets.AcceptWebSocketAsync(context);
        using var socket = new ConsoleSocket(line, found, http.Abort);
        if (found.IsSuspended)
            socket.Close(Suspended, "server is suspended");
        found.Sockets.Add(socket);
        try
        {
            await socket.Run(new SocketInbox(socket), http.RequestAborted);
        }
        finally
        {
            found.Sockets.Remove(socket);
        }
    }

    private static bool MayOpen(HttpContext http, WingsNode node)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin == node.Remote.Url
            || node.Options.AllowedOrigins.Any(allowed => allowed == "*" || allowed == origin);
    }

    private static Task Refuse(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text + "\n", http.RequestAborted);
    }
}
