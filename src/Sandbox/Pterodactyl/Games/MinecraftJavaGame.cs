namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>Vanilla, Paper, Fabric, Forge and the like.</summary>
internal sealed class MinecraftJavaGame : IGame
{
    private const string Thread = "Server thread";

    public IEnumerable<string> Install(GameWorld world) =>
        [
            "Installing server jar for " + world.Configuration.EggName,
            "Version: " + Version(world),
            $"Downloading {world.Env("SERVER_JARFILE", "server.jar")}",
            "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current",
            "100 45.1M  100 45.1M    0     0  38.2M      0  0:00:01  0:00:01 --:--:-- 38.2M",
            "Download complete",
            "Server install complete",
        ];

    public IEnumerable<string> Boot(GameWorld world)
    {
        yield return "openjdk version \"21.0.4\" 2024-07-16 LTS";
        yield return "\u001b[33m\u001b[1mcontainer@pterodactyl~ \u001b[0m" + world.Invocation();
        yield return Info(
            world,
            "ServerMain",
            "Environment: Environment[sessionHost=https://sessionserver.mojang.com, name=PROD]"
        );
        yield return Info(world, "ServerMain", "Loaded 1337 recipes");
        yield return Info(world, Thread, "Starting minecraft server version " + Version(world));
        yield return Info(world, Thread, "Loading properties");
        yield return Info(world, Thread, "Default game type: SURVIVAL");
        yield return Info(world, Thread, "Generating keypair");
        yield return Info(
            world,
            Thread,
            FormattableString.Invariant(
                $"Starting Minecraft server on {world.Configuration.Ip}:{world.Configuration.Port}"
            )
        );
        yield return Info(world, Thread, "Using epoll channel type");
        yield return Info(world, Thread, "Preparing level \"world\"");
        yield return Info(
            world,
            Thread,
            "Preparing start region for dimension minecraft:overworld"
        );
        yield return Info(world, "Worker-Main-1", "Preparing spawn area: 0%");
        yield return Info(world, "Worker-Main-2", "Preparing spawn area: 47%");
        yield return Info(world, "Worker-Main-1", "Preparing spawn area: 96%");
        yield return Info(world, Thread, "Time elapsed: 1874 ms");
        yield return Info(world, Thread, "Done (2.841s)! For help, type \"help\"");
    }

    public IEnumerable<string> Answer(GameWorld world, string command)
    {
        var (verb, rest) = Split(command.TrimStart('/'));
        return verb switch
        {
            "say" => [Info(world, Thread, "[Server] " + rest)],
            "list" =>
            [
                Info(
                    world,
                    Thread,
                    FormattableString.Invariant(
                        $"There are {world.Players.Count} of a max of 20 players online: {string.Join(", ", world.Players)}"
                    )
                ),
            ],
            "help" or "?" => [.. MinecraftHelp.Lines.Select(line => Info(world, Thread, line))],
            "time" => [Info(world, Thread, "The time is 6000")],
            "seed" => [Info(world, Thread, "Seed: [-4172144997902289642]")],
            "difficulty" => [Info(world, Thread, "The difficulty is Easy")],
            "save-all" =>
            [
                Info(world, Thread, "Saving the game (this may take a moment!)"),
                Info(world, Thread, "Saved the game"),
            ],
            "op" => [Info(world, Thread, $"Made {rest} a server operator")],
            "kick" => [Info(world, Thread, $"Kicked {rest}: Kicked by an operator")],
            "" => [],
            _ =>
            [
                Info(world, Thread, "Unknown or incomplete command, see below for error"),
                Info(world, Thread, command + "<--[HERE]"),
            ],
        };
    }

    public IEnumerable<string> Shutdown(GameWorld world) =>
        [
            Info(world, Thread, "Stopping the server"),
            Info(world, Thread, "Stopping server"),
            Info(world, Thread, "Saving players"),
            Info(world, Thread, "Saving worlds"),
            Info(world, Thread, "Saving chunks for level 'ServerLevel[world]'/minecraft:overworld"),
            Info(world, Thread, "ThreadedAnvilChunkStorage: All dimensions are saved"),
        ];

    public string Chatter(GameWorld world)
    {
        switch (world.Chance(4))
        {
            case 0 when world.Players.Count > 0:
                return Info(
                    world,
                    "Async Chat Thread - #0",
                    $"<{world.Players[world.Chance(world.Players.Count)]}> anyone near spawn?"
                );
            case 1:
                return $"[{world.Stamp("HH:mm:ss")}] [{Thread}/WARN]: Can't keep up! Is the server overloaded? Running {2000 + world.Chance(900)}ms or {40 + world.Chance(18)} ticks behind";
            default:
                var (player, joined) = world.ComeOrGo();
                return Info(
                    world,
                    Thread,
                    player + (joined ? " joined the game" : " left the game")
                );
        }
    }

    private static string Version(GameWorld world)
    {
        var version = world.Env(
            "MINECRAFT_VERSION",
            world.Env("MC_VERSION", world.Env("VANILLA_VERSION", "latest"))
        );
        return version == "latest" ? "1.21.4" : version;
    }

    private static string Info(GameWorld world, string thread, string text) =>
        $"[{world.Stamp("HH:mm:ss")}] [{thread}/INFO]: {text}";

    internal static (string Verb, string Text) Split(string command)
    {
        var parts = command.Trim().Split(' ', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
