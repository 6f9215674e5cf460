namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>What sets one plain game apart; the rest is shared by <see cref="PlainGame"/>.</summary>
/// <param name="Line">How the game writes a line of its own.</param>
/// <param name="Say">How it writes what the console says; the text comes last.</param>
/// <param name="BootLines">Between the start line and the done line.</param>
/// <param name="DoneLine">Holds the done marker.</param>
internal sealed record PlainGameText(
    Func<GameWorld, string, string> Line,
    Func<GameWorld, string, string> Say,
    IReadOnlyList<string> BootLines,
    string DoneLine
)
{
    public IReadOnlyList<string> StopLines { get; init; } = ["Shutting down"];
    public string Unknown { get; init; } = "Unknown command";
    public IReadOnlyList<string> HelpLines { get; init; } =
    ["help", "list", "say <message>", "stop"];
    public IReadOnlyList<string> ChatterLines { get; init; } = ["World saved"];
    public bool FromSteam { get; init; }
}

/// <summary>A game that is told apart by its words alone.</summary>
internal sealed class PlainGame(PlainGameText text) : IGame
{
    private static readonly string[] SteamInstall =
    [
        "Redirecting stderr to '/root/Steam/logs/stderr.txt'",
        "Steam Console Client (c) Valve Corporation",
        "-- type 'quit' to exit --",
        "Connecting anonymously to Steam Public...OK",
        "Waiting for client config...OK",
        "Waiting for user info...OK",
        " Update state (0x3) reconfiguring, progress: 0.00 (0 / 0)",
        " Update state (0x61) downloading, progress: 18.42 (412583040 / 2239811584)",
        " Update state (0x61) downloading, progress: 57.90 (1296851968 / 2239811584)",
        " Update state (0x61) downloading, progress: 96.13 (2153128960 / 2239811584)",
        " Update state (0x81) verifying update, progress: 74.20 (1661940736 / 2239811584)",
    ];

    public IEnumerable<string> Install(GameWorld world) =>
        text.FromSteam
            ? [.. SteamInstall, $"Success! App '{world.Env("SRCDS_APPID", "0")}' fully installed."]
            :
            [
                $"Installing {world.Configuration.EggName}",
                "Downloading server files",
                "Unpacking server files",
                "Installation complete",
            ];

    public IEnumerable<string> Boot(GameWorld world)
    {
        yield return "\u001b[33m\u001b[1mcontainer@pterodactyl~ \u001b[0m" + world.Invocation();
        foreach (var line in text.BootLines)
            yield return text.Line(world, Fill(world, line));
        yield return text.Line(world, Fill(world, text.DoneLine));
    }

    public IEnumerable<string> Answer(GameWorld world, string command)
    {
        var (verb, rest) = MinecraftJavaGame.Split(command.TrimStart('/'));
        return verb switch
        {
            "say" => [text.Say(world, rest)],
            "list" or "playing" or "status" or "players" =>
            [
                text.Line(
                    world,
                    FormattableString.Invariant(
                        $"{world.Players.Count} players connected{(world.Players.Count > 0 ? ": " : "")}{string.Join(", ", world.Players)}"
                    )
                ),
            ],
            "help" => [.. text.HelpLines.Select(line => text.Line(world, line))],
            "save" => [text.Line(world, "World saved")],
            "" => [],
            _ => [text.Line(world, $"{text.Unknown}: {command}")],
        };
    }

    public IEnumerable<string> Shutdown(GameWorld world) =>
        text.StopLines.Select(line => text.Line(world, line));

    public string Chatter(GameWorld world)
    {
        if (world.Chance(2) == 0)
            return text.Line(world, text.ChatterLines[world.Chance(text.ChatterLines.Count)]);
        var (player, joined) = world.ComeOrGo();
        return text.Line(world, player + (joined ? " has joined." : " has left."));
    }

    private static string Fill(GameWorld world, string line) =>
        line.Replace(
                "{port}",
                FormattableString.Invariant($"{world.Configuration.Port}"),
                StringComparison.Ordinal
            )
            .Replace("{ip}", world.Configuration.Ip, StringComparison.Ordinal);
}
