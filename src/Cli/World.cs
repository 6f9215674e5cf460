using System.Collections;
using Spectre.Console;

namespace Elizon.Cli;

/// <summary>What the commands know of the machine they run on; tests put their own in place.</summary>
/// <param name="Terminal">Where people read.</param>
/// <param name="Output">Where programs read: JSON goes here untouched.</param>
/// <param name="Errors">Faults, for people and programs alike.</param>
/// <param name="Environment">Variables by name.</param>
/// <param name="Home">The user's home folder; null where there is none.</param>
internal sealed record World(
    IAnsiConsole Terminal,
    TextWriter Output,
    TextWriter Errors,
    IReadOnlyDictionary<string, string> Environment,
    string? Home,
    TimeProvider Clock
)
{
    public static World OfThisMachine() =>
        new(
            AnsiConsole.Console,
            Console.Out,
            Console.Error,
            System
                .Environment.GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(
                    e => (string)e.Key,
                    e => e.Value as string ?? "",
                    StringComparer.Ordinal
                ),
            System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile)
                is { Length: > 0 } home
                ? home
                : null,
            TimeProvider.System
        );

    public string? Variable(string name) =>
        Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
