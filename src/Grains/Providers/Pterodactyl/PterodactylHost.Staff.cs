using System.Text;
using Elizon.Grains.Providers.Pterodactyl.Wire;
using Elizon.Providers;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>What staff needs of a panel: its games, and whether all is well.</summary>
internal sealed partial class PterodactylHost
{
    public async Task<Outcome<EggDefinition[]>> Eggs()
    {
        var nests = await Read<PanelList<PanelNest>, PanelNest[]>(
            api.Application(HttpMethod.Get, "/nests?per_page=200"),
            list => [.. list.Data.Select(n => n.Attributes)]
        );
        if (!nests.IsDone)
            return nests.As<EggDefinition[]>();
        var eggs = new Dictionary<string, EggDefinition>();
        foreach (var nest in nests.Value!)
        {
            var found = await Read<PanelList<PanelEgg>, PanelEgg[]>(
                api.Application(HttpMethod.Get, $"/nests/{nest.Id}/eggs?include=variables"),
                list => [.. list.Data.Select(e => e.Attributes)]
            );
            if (!found.IsDone)
                return found.As<EggDefinition[]>();
            foreach (var egg in found.Value!)
            {
                var key = Key(egg.Name);
                key = eggs.ContainsKey(key) ? $"{key}-{egg.Id}" : key;
                eggs[key] = egg.ToDefinition(key);
            }
        }
        return Outcome<EggDefinition[]>.Done([.. eggs.Values]);
    }

    public async Task<ProviderCheck[]> Test() =>
        [
            Check(
                "application key",
                await api.Application(HttpMethod.Get, "/locations?per_page=1")
            ),
            Check("client key", await api.Client(HttpMethod.Get, "?per_page=1")),
            Check("nodes", await api.Application(HttpMethod.Get, "/nodes?per_page=100")),
            Check("eggs", await api.Application(HttpMethod.Get, "/nests?per_page=1")),
            await CheckLocations(),
        ];

    private async Task<ProviderCheck> CheckLocations()
    {
        var all = await Read<PanelList<PanelLocation>, HashSet<string>>(
            api.Application(HttpMethod.Get, "/locations?per_page=200"),
            list => [.. list.Data.Select(l => l.Attributes.Short)]
        );
        string[] missing = all.IsDone
            ? [.. connection.Locations.Values.Where(l => !all.Value!.Contains(l))]
            : [];
        return new ProviderCheck(
            "locations",
            all.IsDone && missing.Length == 0,
            !all.IsDone ? all.Reason ?? ""
                : missing.Length == 0 ? $"{connection.Locations.Count} mapped"
                : $"The panel lacks {string.Join(", ", missing)}."
        );
    }

    private static ProviderCheck Check(string name, PanelAnswer answer) =>
        new(
            name,
            answer.IsSuccess,
            answer.IsSuccess ? "ok" : answer.Failed<Nothing>().Reason ?? "failed"
        );

    /// <summary>"Forge Minecraft" → "forge-minecraft".</summary>
    private static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(c);
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        return key.ToString().TrimEnd('-');
    }
}
