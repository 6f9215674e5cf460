using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>The viewable variables of an egg with a service's values.</summary>
internal static class StartupVariables
{
    public static StartupVariable[] Of(
        EggView[] eggs,
        string egg,
        IReadOnlyDictionary<string, string> values
    ) =>
        [
            .. (eggs.FirstOrDefault(e => e.Key == egg)?.Variables ?? [])
                .Where(v => v.Viewable)
                .Select(v => new StartupVariable(
                    v.Key,
                    v.Name,
                    v.Description,
                    values.TryGetValue(v.Key, out var value) ? value : v.DefaultValue,
                    v.DefaultValue,
                    v.Editable,
                    v.Rules
                )),
        ];
}
