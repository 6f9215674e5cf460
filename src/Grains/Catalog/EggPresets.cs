using System.Security.Cryptography;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>What the house sets for a game unless the customer chose otherwise.</summary>
internal static class EggPresets
{
    // 32 of them: five bits each, no bias. No look-alikes: people type these into a game.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The customer's variables over the house's; what is to be made up is made up here.</summary>
    public static Dictionary<string, string> Fill(
        EggOffer egg,
        IReadOnlyDictionary<string, string>? chosen,
        RandomNumberGenerator chance
    )
    {
        var variables = egg.Variables.ToDictionary(v => v.Key, v => Value(v.Value, chance));
        foreach (var (key, value) in chosen ?? new Dictionary<string, string>())
            variables[key] = value;
        return variables;
    }

    private static string Value(string preset, RandomNumberGenerator chance)
    {
        if (EggOffer.RandomLength(preset) is not { } length)
            return preset;
        var bytes = new byte[length];
        chance.GetBytes(bytes);
        return string.Concat(bytes.Select(b => Alphabet[b & 31]));
    }
}
