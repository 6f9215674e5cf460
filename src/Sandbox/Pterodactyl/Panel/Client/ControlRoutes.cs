using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>The server itself: view, console token, power, command.</summary>
internal static class ControlRoutes
{
    public static PanelAnswer Show(PanelCall call, PanelContext panel)
    {
        var rights = ServerRights.Of(panel.Tables, call.Server, call.User);
        var meta = new JsonObject
        {
            ["is_server_owner"] = call.User.Id == call.Server.OwnerId,
            ["user_permissions"] = new JsonArray([
                .. rights.Select(right => JsonValue.Create(right)),
            ]),
        };
        return call.Item(panel, ClientShapes.Server, call.Server, meta);
    }

    public static PanelAnswer Websocket(PanelCall call, PanelContext panel)
    {
        var address = panel.Tables.NodeOf(call.Server).Address;
        var socket = "ws" + address["http".Length..];
        return PanelAnswer.Ok(
            new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["token"] = TokenIssuer.Console(panel, call.Server, call.User),
                    ["socket"] = $"{socket}/api/servers/{call.Server.Uuid}/ws",
                },
            }
        );
    }

    /// <summary>Answers at once; what the daemon refuses later is said on sockets only.</summary>
    public static async ValueTask<PanelAnswer> Power(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator().Field("signal", "required|string|in:start,stop,restart,kill")
        );
        var signal = call.Text("signal")!;
        await panel.Daemons.Call(
            call.Server,
            game =>
            {
                if (signal is "start" or "restart" && game.IsSuspended)
                    throw new Wings.WingsFailure(
                        400,
                        "Cannot start or restart a server that is suspended."
                    );
                game.Power(signal);
            }
        );
        panel.Activity.Add(call, $"server:power.{signal}");
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Command(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("command", "required|string|min:1"));
        var command = call.Text("command")!;
        if (!await panel.Daemons.Call(call.Server, game => game.Command(command)))
            throw new PanelFailure(
                502,
                "HttpException",
                "Server must be online in order to send commands."
            );
        panel.Activity.Add(call, "server:console.command", ("command", command));
        return PanelAnswer.NoContent;
    }
}
