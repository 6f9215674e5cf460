using System.Reflection;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The eggs that come with the sandbox, embedded as PTDL_v2 files, and the nests they lie in.</summary>
internal static class EggSeed
{
    private static readonly IReadOnlyList<(
        string Nest,
        string Description,
        string[] Files
    )> Nests =
    [
        (
            "Minecraft",
            "Minecraft for Java and Bedrock, and what goes before it.",
            ["paper", "vanilla-minecraft", "fabric", "forge", "bedrock", "velocity"]
        ),
        ("Sandbox and Building", "Worlds to build in.", ["terraria", "factorio", "satisfactory"]),
        (
            "Survival",
            "Survive, alone or together.",
            ["valheim", "rust", "palworld", "project-zomboid", "enshrouded", "ark-survival-evolved"]
        ),
        ("Shooters", "Rounds, maps and scores.", ["counter-strike-2"]),
    ];

    public static void Lay(PanelTables tables, PanelChanges changes, DateTimeOffset now)
    {
        foreach (var (name, description, files) in Nests)
        {
            var nest = new PanelNest
            {
                Id = changes.NextId(tables.Nests.Kind),
                Uuid = PanelSeed.FixedUuid($"nest:{name}"),
                Author = "sandbox@elizon.example",
                Name = name,
                Description = description,
                CreatedAt = now,
                UpdatedAt = now,
            };
            changes.Put(tables.Nests, nest);
            foreach (var file in files)
            {
                var egg = EggImport.Add(tables, changes, Read(file), nest, now);
                changes.Put(tables.Eggs, egg with { Uuid = PanelSeed.FixedUuid($"egg:{file}") });
            }
        }
    }

    private static string Read(string file)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"eggs/{file}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
