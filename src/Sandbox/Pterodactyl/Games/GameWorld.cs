using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>The state of one running game: its settings, the time on its lines, who plays.</summary>
internal sealed class GameWorld(ServerConfiguration configuration, WingsNode node)
{
    private static readonly string[] Names =
    [
        "Steve",
        "Alex",
        "Nordlicht",
        "kiwi_42",
        "Fjord",
        "Moritz_B",
        "lunapixel",
        "Rasmus",
    ];
    private readonly List<string> _players = [];

    public ServerConfiguration Configuration => configuration;

    public IReadOnlyList<string> Players => _players;

    public string Stamp(string format) =>
        node.Clock.GetUtcNow().ToString(format, CultureInfo.InvariantCulture);

    public string Env(string name, string standard) =>
        configuration.Environment.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : standard;

    /// <summary>A number below <paramref name="bound"/>.</summary>
    public int Chance(int bound) => node.Chance(bound);

    /// <summary>Somebody joins, or leaves when most are here.</summary>
    public (string Player, bool Joined) ComeOrGo()
    {
        var name = Names[Chance(Names.Length)];
        if (_players.Remove(name))
            return (name, false);
        _players.Add(name);
        return (name, true);
    }

    /// <summary>The start line with its placeholders filled, as the container's entry point prints it.</summary>
    public string Invocation()
    {
        var text = configuration.Invocation;
        foreach (var (name, value) in configuration.Environment)
            text = text.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return text;
    }
}
