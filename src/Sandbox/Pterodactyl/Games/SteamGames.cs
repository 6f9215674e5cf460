namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>Games that come through SteamCMD, told apart by their words.</summary>
internal static class SteamGames
{
    public static readonly PlainGame Valheim = new(
        new PlainGameText(
            (world, line) => $"{world.Stamp("MM/dd/yyyy HH:mm:ss")}: {line}",
            (world, text) => $"{world.Stamp("MM/dd/yyyy HH:mm:ss")}: Server: {text}",
            [
                "Get create world Dedicated",
                "Loading 37 locations",
                "Zonesystem Awake",
                "Registering lobby",
                "Steam game server initialized",
                "Game server connected",
                "Opened Steam server on {ip}:{port}",
            ],
            "DungeonDB Start 4178"
        )
        {
            FromSteam = true,
            StopLines = ["OnApplicationQuit", "Saved 39412 ZDOs", "Net scene destroyed"],
            ChatterLines = ["World saved ( 61.342ms )", "Connections 0 ZDOS:39412  sent:0 recv:0"],
        }
    );

    public static readonly PlainGame CounterStrike = new(
        new PlainGameText(
            (_, line) => line,
            (_, text) => $"[All Chat][Console (0)]: {text}",
            [
                "Loading map \"de_dust2\"",
                "SV: Spawn server: de_dust2",
                "Network socket 'server' opened on port {port}",
                "SV:  64 player server started",
                "Initializing Steam libraries for secure Internet server",
                "Logging into anonymous gameserver account.",
            ],
            "Connection to Steam servers successful."
        )
        {
            FromSteam = true,
            StopLines =
            [
                "Dropped client 'SourceTV' from server: Server shutting down",
                "Host_Shutdown",
            ],
            Unknown = "Unknown command",
            ChatterLines =
            [
                "Server will auto-restart if there is a crash.",
                "L - World triggered \"Round_Start\"",
            ],
        }
    );

    public static readonly PlainGame Rust = new(
        new PlainGameText(
            (_, line) => line,
            (_, text) => $"[CHAT] SERVER[0] : {text}",
            [
                "Loading Prefab Bundle",
                "Asset Warmup (16204/16204)",
                "Initializing 1 vending machines",
                "Generating procedural map of size 3000 with seed 1337",
                "World Setup",
                "Spawning NPCs",
                "SteamServer Initialized",
            ],
            "Server startup complete"
        )
        {
            FromSteam = true,
            StopLines = ["Saving complete", "Quitting", "Server shutdown"],
            Unknown = "Command not found",
            ChatterLines =
            [
                "Saved 24,118 ents, cache(0.01), write(0.02), disk(0.01).",
                "Saving complete",
            ],
        }
    );

    public static readonly PlainGame Palworld = new(
        new PlainGameText(
            (_, line) => line,
            (_, text) => $"Broadcasted: {text}",
            [
                "Shutdown handler: initialize.",
                "[S_API] SteamAPI_Init(): Loaded 'steamclient64.dll' OK.",
                "Setting breakpad minidump AppID = 2394010",
                "Game version is v0.4.15.65551",
                "Running Palworld dedicated server on :{port}",
            ],
            "Server up and running."
        )
        {
            FromSteam = true,
            StopLines = ["The server will shut down in 5 seconds.", "Shutdown handler: cleanup."],
            ChatterLines = ["World auto save complete."],
        }
    );

    public static readonly PlainGame Satisfactory = new(
        new PlainGameText(
            (world, line) => $"[{world.Stamp("yyyy.MM.dd-HH.mm.ss:fff")}][  0]{line}",
            (world, text) =>
                $"[{world.Stamp("yyyy.MM.dd-HH.mm.ss:fff")}][  0]LogChat: Server: {text}",
            [
                "LogInit: Build: ++FactoryGame+rel-main-1.0.0-CL-394011",
                "LogNet: GameNetDriver IpNetDriver listening on port {port}",
                "LogServer: Display: Server API started",
            ],
            "LogLoad: (Engine Initialization) Total time: 9.12 seconds"
        )
        {
            FromSteam = true,
            StopLines = ["LogCore: Engine exit requested (reason: SIGINT)", "LogExit: Exiting."],
            ChatterLines = ["LogGame: Autosave finished"],
        }
    );
}
