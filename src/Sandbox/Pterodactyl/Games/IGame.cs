namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>What a kind of game prints. A line holds no line break; each game answers <c>say X</c> with exactly one line that ends in X.</summary>
internal interface IGame
{
    /// <summary>Output of the egg's install script.</summary>
    IEnumerable<string> Install(GameWorld world);

    /// <summary>Output from the start line to the line that holds the egg's done marker, which comes last; each is stamped when it is taken.</summary>
    IEnumerable<string> Boot(GameWorld world);

    /// <summary>Lines that answer a command; the input itself is not echoed.</summary>
    IEnumerable<string> Answer(GameWorld world, string command);

    /// <summary>Output between the stop and the end of the process.</summary>
    IEnumerable<string> Shutdown(GameWorld world);

    /// <summary>Something the game says by itself now and then.</summary>
    string Chatter(GameWorld world);
}
