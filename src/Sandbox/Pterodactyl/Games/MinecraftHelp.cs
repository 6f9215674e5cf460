namespace Elizon.Sandbox.Pterodactyl.Games;

internal static class MinecraftHelp
{
    public static readonly IReadOnlyList<string> Lines =
    [
        "/difficulty [peaceful|easy|normal|hard]",
        "/help [<command>]",
        "/kick <targets> [<reason>]",
        "/list [uuids]",
        "/op <targets>",
        "/save-all [flush]",
        "/say <message>",
        "/seed",
        "/stop",
        "/time (add|query|set)",
    ];
}
