using Elizon.Sandbox.Control;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;

namespace Elizon.Sandbox.Pterodactyl.Control;

/// <summary><c>/control/pterodactyl/…</c>: what tests and demonstrations do behind the panel's back.</summary>
internal static class PterodactylControl
{
    public static void MapPterodactylControl(this IEndpointRouteBuilder root)
    {
        var control = root.MapGroup("/control/pterodactyl");
        control.MapGet(
            "/servers",
            (PanelTables tables, PanelDaemons daemons) =>
                Results.Ok(ServersView.Of(tables, daemons))
        );
        control.MapGet("/servers/{server}", Show);
        control.MapDelete("/servers/{server}", Delete);
        control.MapPost("/servers/{server}/print", PrintControl.Print);
        control.MapPost("/servers/{server}/crash", Crash);
        control.MapPost("/nodes/{node:int}/restart", Restart);
        control.MapPost("/keys", KeyControl.Create);
        control.MapPost("/nests/{nest:int}/eggs", ImportEgg);
    }

    private static IResult Show(string server, PanelTables tables, PanelDaemons daemons) =>
        tables.ServerBy(server) is { } row
            ? Results.Ok(ServerView.Of(row, daemons))
            : NoServer(server);

    /// <summary>Gone from panel and daemon, as if another administrator had deleted it.</summary>
    private static IResult Delete(string server, PanelTables tables, PanelDaemons daemons)
    {
        if (tables.ServerBy(server) is not { } row)
            return NoServer(server);
        daemons.DeleteEverywhere(row);
        return Results.NoContent();
    }

    private static IResult Crash(
        string server,
        int? exitCode,
        PanelTables tables,
        PanelDaemons daemons
    )
    {
        if (tables.ServerBy(server) is not { } row || daemons.Peek(row) is not { } game)
            return NoServer(server);
        game.Crash(exitCode ?? 1);
        return Results.NoContent();
    }

    private static IResult Restart(int node, PanelDaemons daemons)
    {
        if (daemons.Find(node) is not { } daemon)
            return ControlError.NotFound($"There is no node {node}.");
        daemon.Restart();
        return Results.NoContent();
    }

    private static async Task<IResult> ImportEgg(
        int nest,
        HttpRequest request,
        PanelTables tables,
        TimeProvider clock
    )
    {
        if (tables.Nests.Find(nest) is not { } row)
            return ControlError.NotFound($"There is no nest {nest}.");
        using var reader = new StreamReader(request.Body);
        var json = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        try
        {
            var egg = EggImport.Import(tables, json, row, clock.GetUtcNow());
            return Results.Created(
                $"/api/application/nests/{nest}/eggs/{egg.Id}",
                new EggView(egg.Id, egg.Uuid, egg.Name, egg.NestId, egg.Variables.Count)
            );
        }
        catch (EggFileFault fault)
        {
            return ControlError.BadRequest(fault.Message);
        }
    }

    internal static IResult NoServer(string server) =>
        ControlError.NotFound($"There is no server '{server}'.");
}

internal sealed record EggView(int Id, string Uuid, string Name, int Nest, int Variables);
