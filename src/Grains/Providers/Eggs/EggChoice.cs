using Elizon.Providers;

namespace Elizon.Grains.Providers.Eggs;

/// <summary>A game with image and variables chosen, defaults filled in, everything checked by the egg's own rules.</summary>
internal static class EggChoice
{
    /// <exception cref="Refusal">Invalid, with one sentence per fault.</exception>
    public static ChosenEgg Of(EggView egg, string? image, Dictionary<string, string> chosen)
    {
        var faults = new List<string>();
        var picked = image ?? egg.Images.Keys.FirstOrDefault() ?? "";
        if (!egg.Images.TryGetValue(picked, out var reference))
            faults.Add(
                $"There is no image '{picked}'; choose one of {string.Join(", ", egg.Images.Keys)}."
            );
        foreach (var key in chosen.Keys.Where(k => egg.Variables.All(v => v.Key != k)))
            faults.Add($"There is no variable '{key}'.");
        foreach (
            var fixedOne in egg.Variables.Where(v =>
                chosen.ContainsKey(v.Key) && !(v.Viewable && v.Editable)
            )
        )
            faults.Add($"Variable '{fixedOne.Key}' cannot be changed.");
        var environment = egg.Variables.ToDictionary(
            v => v.Key,
            v => chosen.GetValueOrDefault(v.Key, v.DefaultValue)
        );
        foreach (var variable in egg.Variables)
            faults.AddRange(
                EggRules.Check(variable.Key, variable.Rules, environment[variable.Key])
            );
        return faults.Count == 0
            ? new ChosenEgg(egg.Key, egg.Name, reference!, environment)
            : throw ProviderRefusals.Variables([.. faults]);
    }

    /// <summary>Changes to a running server: only what is named is checked.</summary>
    /// <exception cref="Refusal">Invalid, with one sentence per fault.</exception>
    public static void CheckChanges(EggView egg, IReadOnlyDictionary<string, string> changes)
    {
        var faults = changes.SelectMany(change =>
            egg.Variables.FirstOrDefault(v => v.Key == change.Key) switch
            {
                null or { Viewable: false } => [$"There is no variable '{change.Key}'."],
                { Editable: false } => [$"Variable '{change.Key}' cannot be changed."],
                var variable => EggRules.Check(variable.Key, variable.Rules, change.Value),
            }
        );
        if (faults.ToArray() is { Length: > 0 } all)
            throw ProviderRefusals.Variables(all);
    }
}
