using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>Finds the game behind an egg by its done marker, so that real eggs from outside play too.</summary>
internal static class GameCatalog
{
    private static readonly IReadOnlyList<(string Marker, IGame Game)> ByMarker =
    [
        (")! For help, type", new MinecraftJavaGame()),
        ("Server started", PlainGames.Bedrock),
        ("Type 'help' for a list of commands", PlainGames.Terraria),
        ("DungeonDB Start", SteamGames.Valheim),
        ("Hosting game at", PlainGames.Factorio),
        ("Connection to Steam servers successful", SteamGames.CounterStrike),
        ("Server startup complete", SteamGames.Rust),
        ("up and running.", SteamGames.Palworld),
        ("Engine Initialization", SteamGames.Satisfactory),
    ];

    public static IGame For(ServerConfiguration configuration)
    {
        var known = ByMarker.FirstOrDefault(entry =>
            configuration.Done.Any(done => done.Trim() == entry.Marker)
        );
        return known.Game
            ?? PlainGames.Unknown(Literal(configuration.Done is [var first, ..] ? first : "Ready"));
    }

    // A pattern cannot be printed; its plain letters are what a reader would expect to see.
    private static string Literal(string marker) =>
        DoneMarker.IsPattern(marker)
            ? new string([
                .. DoneMarker.Pattern(marker).Where(c => char.IsLetterOrDigit(c) || c is ' '),
            ])
            : marker;
}
