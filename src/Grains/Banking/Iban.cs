using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking;

/// <summary>
/// An account number that passed length, structure and check digits of its country. Structures are data
/// (<c>iban-structures.json</c>, SWIFT registry release 101).
/// </summary>
internal readonly record struct Iban
{
    private static readonly FrozenDictionary<string, Regex> Structures = Load();

    private Iban(string value) => Value = value;

    /// <summary>Without blanks, capital letters.</summary>
    public string Value { get; }

    /// <summary>Of the country that leads it.</summary>
    public string Country => Value[..2];

    /// <summary>First and last four characters: what may be shown and logged.</summary>
    public string Masked => Mask(Value);

    /// <param name="valid">One that was parsed before.</param>
    public static string Mask(string valid) => $"{valid[..4]}…{valid[^4..]}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Iban iban)
    {
        var plain = Plain(text);
        var valid =
            plain.Length > 4
            && Structures.TryGetValue(plain[..2], out var structure)
            && structure.IsMatch(plain)
            && Mod97.Of(plain[4..] + plain[..4]) == 1;
        iban = valid ? new Iban(plain) : default;
        return valid;
    }

    public override string ToString() => Masked;

    private static string Plain(string? text) =>
        text is null or { Length: > 64 }
            ? ""
            : string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));

    private static FrozenDictionary<string, Regex> Load()
    {
        using var stream = typeof(Iban).Assembly.GetManifestResourceStream(
            "Elizon.Grains.Banking.iban-structures.json"
        )!;
        using var reader = new StreamReader(stream);
        return Json.Read<Table>(reader.ReadToEnd())
            .Countries.ToFrozenDictionary(c => c.Key, c => Structure(c.Key, c.Value.Bban));
    }

    /// <summary>"8n10n" becomes <c>^DE[0-9]{2}[0-9]{8}[0-9]{10}$</c>.</summary>
    private static Regex Structure(string country, string bban)
    {
        var groups = Regex
            .Matches(
                bban,
                "(?<length>[0-9]+)(?<kind>[nac])",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Select(g => $"{Class(g.Groups["kind"].Value)}{{{g.Groups["length"].Value}}}");
        return new Regex(
            $"^{country}[0-9]{{2}}{string.Concat(groups)}$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    private static string Class(string letter) =>
        letter switch
        {
            "n" => "[0-9]",
            "a" => "[A-Z]",
            _ => "[0-9A-Z]",
        };

    private sealed record Table(Dictionary<string, Entry> Countries);

    private sealed record Entry(int Length, string Bban);
}
