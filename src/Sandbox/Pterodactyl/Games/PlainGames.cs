namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>The games whose output is words and stamps only.</summary>
internal static class PlainGames
{
    public static readonly PlainGame Bedrock = new(
        new PlainGameText(
            (world, line) => $"[{world.Stamp("yyyy-MM-dd HH:mm:ss:fff")} INFO] {line}",
            (world, text) => $"[{world.Stamp("yyyy-MM-dd HH:mm:ss:fff")} INFO] [Server] {text}",
            [
                "Starting Server",
                "Version: 1.21.51.02",
                "Session ID 2c6f1d2e",
                "Level Name: Bedrock level",
                "Game mode: 0 Survival",
                "opening worlds/Bedrock level/db",
                "IPv4 supported, port: {port}: Used for gameplay and LAN discovery",
            ],
            "Server started."
        )
        {
            StopLines = ["Server stop requested.", "Stopping server...", "Quit correctly"],
            ChatterLines = ["Running AutoCompaction...", "Player Spawned: Fjord"],
        }
    );

    public static readonly PlainGame Terraria = new(
        new PlainGameText(
            (_, line) => line,
            (_, text) => $"<Server> {text}",
            [
                "Terraria Server v1.4.4.9",
                "Loading world data: 12%",
                "Loading world data: 71%",
                "Settling liquids: 100%",
                "Loading dungeon",
                "Listening on port {port}",
            ],
            "Type 'help' for a list of commands."
        )
        {
            StopLines =
            [
                "Saving world data: 43%",
                "Validating world save: 100%",
                "Backing up world file",
            ],
            Unknown = "Invalid command",
            ChatterLines = ["Saving world data: 100%", "Backing up world file"],
        }
    );

    public static readonly PlainGame Factorio = new(
        new PlainGameText(
            (world, line) => $"{world.Stamp("yyyy-MM-dd HH:mm:ss")} {line}",
            (world, text) => $"{world.Stamp("yyyy-MM-dd HH:mm:ss")} [CHAT] <server>: {text}",
            [
                "Factorio 2.0.28 (build 79824, linux64, headless)",
                "Operating system: Linux",
                "Loading mod core 0.0.0 (data.lua)",
                "Loading mod base 2.0.28 (data.lua)",
                "Factorio initialised",
                "Loading map /home/container/saves/gamesave.zip: 4178212 bytes.",
            ],
            "Hosting game at IP ADDR:({{ip}:{port}})"
        )
        {
            StopLines = ["Info AppManagerStates.cpp: Saving finished", "Goodbye"],
            Unknown = "Unknown command",
            ChatterLines =
            [
                "Info AppManagerStates.cpp: Saving game as /home/container/saves/_autosave1.zip",
                "Info AppManagerStates.cpp: Saving finished",
            ],
        }
    );

    /// <summary>Whatever else an egg describes: prints the egg's own marker when it is up.</summary>
    public static PlainGame Unknown(string marker) =>
        new(
            new PlainGameText(
                (_, line) => line,
                (_, text) => $"[Server] {text}",
                ["Starting process", "Reading configuration", "Listening on {ip}:{port}"],
                marker
            )
        );
}
