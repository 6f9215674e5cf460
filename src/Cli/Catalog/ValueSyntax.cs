using System.Globalization;
using Elizon.Catalog;

namespace Elizon.Cli.Catalog;

/// <summary>How amounts, sizes, texts and instants are written.</summary>
internal static class ValueSyntax
{
    private static readonly TimeZoneInfo House = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/Berlin"
    );

    /// <summary>Euros with at most two decimals: 4.99.</summary>
    public static Money Money(this YamlPlace place)
    {
        if (
            place.IsScalar
            && decimal.TryParse(
                place.Text(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var euros
            )
            && euros == decimal.Round(euros, 2)
            && euros <= 1_000_000m
        )
            return Elizon.Money.Round(euros);
        place.Fault($"Must be an amount in euros such as 4.99, but is '{place.Shown}'.");
        return default;
    }

    /// <summary>Above 0, at most 100, with at most two decimals; the platform checks it.</summary>
    public static decimal Percent(this YamlPlace place)
    {
        if (
            decimal.TryParse(
                place.Text(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            )
        )
            return percent;
        place.Fault($"Must be a percentage such as 12.5, but is '{place.Shown}'.");
        return 0;
    }

    /// <summary>A number, or a size in MiB written as "512 MiB", "4 GiB", "1 TiB".</summary>
    public static int Size(this YamlPlace place)
    {
        var text = place.Text();
        var digits = text.TrimEnd("MGTiB ".ToCharArray());
        int? factor = text[digits.Length..].Trim() switch
        {
            "" or "MiB" => 1,
            "GiB" => 1024,
            "TiB" => 1024 * 1024,
            _ => null,
        };
        if (
            factor is { } times
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= int.MaxValue / times
        )
            return number * times;
        place.Fault($"Must be a number or a size such as '4 GiB', but is '{place.Shown}'.");
        return 0;
    }

    public static int Size(this YamlMap map, string name) => map.Required(name)?.Size() ?? 0;

    /// <summary>One text for both languages, or a text for each.</summary>
    public static LocalText LocalText(this YamlMap map, string name)
    {
        if (map.Required(name) is not { } place)
            return new LocalText("", "");
        if (place.IsScalar)
            return new LocalText(place.Text(), place.Text());
        var texts = place.Map(Languages.German, Languages.English);
        return new LocalText(texts.Text(Languages.German), texts.Text(Languages.English));
    }

    /// <summary>A day, meant from its midnight in Germany on, or an instant with its offset.</summary>
    public static DateTimeOffset Instant(this YamlPlace place)
    {
        var text = place.Text();
        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(midnight, House.GetUtcOffset(midnight)).ToUniversalTime();
        }
        if (
            text.Length > 10
            && (text.EndsWith('Z') || text[10..].IndexOfAny(['+', '-']) >= 0)
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var instant
            )
        )
            return instant.ToUniversalTime();
        place.Fault(
            $"Must be a day such as 2027-01-31 or an instant such as 2027-01-31T12:00:00Z, but is '{place.Shown}'."
        );
        return default;
    }
}
