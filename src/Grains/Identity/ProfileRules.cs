using System.Text.RegularExpressions;
using Elizon.Grains.Countries;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>Checks and cleans what a person tells about themselves; names every fault.</summary>
internal static class ProfileRules
{
    /// <summary>Countries without postal codes.</summary>
    private static readonly string[] NoZip = ["AE", "BS", "BZ", "CG", "FJ", "HK", "MO", "PA", "QA"];

    public static Profile Clean(Profile profile) =>
        profile with
        {
            FirstName = profile.FirstName.Trim(),
            LastName = profile.LastName.Trim(),
            Company = Optional(profile.Company),
            VatId = Optional(profile.VatId) is { } id ? VatIdForm.Clean(id) : null,
            Street = profile.Street.Trim(),
            Zip = profile.Zip.Trim().ToUpperInvariant(),
            City = profile.City.Trim(),
            Country = profile.Country.Trim().ToUpperInvariant(),
            Phone = Optional(profile.Phone),
            DisplayName = Optional(profile.DisplayName),
            AvatarUrl = Optional(profile.AvatarUrl),
        };

    /// <param name="profile">Cleaned.</param>
    public static IEnumerable<string> Faults(Profile profile)
    {
        (string Name, string? Text, int Most, bool Needed)[] texts =
        [
            ("firstName", profile.FirstName, 100, true),
            ("lastName", profile.LastName, 100, true),
            ("company", profile.Company, 200, profile.AccountType == AccountType.Business),
            ("street", profile.Street, 200, true),
            ("city", profile.City, 100, true),
            ("displayName", profile.DisplayName, 60, false),
        ];
        foreach (var (name, text, most, needed) in texts)
            if (TextFault(text, most, needed) is { } fault)
                yield return $"'{name}' {fault}.";
        foreach (var fault in PlaceFaults(profile))
            yield return fault;
        if (profile.Phone is { } phone && !Matches(phone, @"\+?[0-9][0-9 ()/-]{4,24}"))
            yield return "'phone' is not a telephone number.";
        if (profile.Locale is not ("de" or "en"))
            yield return "'locale' must be one of de, en.";
        if (profile.AvatarUrl is { } url && !IsHttps(url))
            yield return "'avatarUrl' must be an https address of at most 500 characters.";
    }

    private static IEnumerable<string> PlaceFaults(Profile profile)
    {
        var country = CountryTable.Find(profile.Country);
        if (country is null)
            yield return "'country' must be the two-letter code of a country.";
        if (!IsZip(profile.Zip, profile.Country))
            yield return "'zip' is not a postal code of the country.";
        if (profile.VatId is not { } vatId || country is null)
            yield break;
        if (!country.Eu)
            yield return "'vatId' is asked for countries of the European Union only.";
        else if (!VatIdForm.Fits(vatId, country))
            yield return $"'vatId' is not a VAT id of the country; it begins with {country.VatPrefix}.";
    }

    private static string? TextFault(string? text, int most, bool needed) =>
        string.IsNullOrEmpty(text) ? (needed ? "must not be empty" : null)
        : text.Length > most ? $"has at most {most} characters"
        : text.Any(char.IsControl) ? "must not hold control characters"
        : null;

    private static bool IsZip(string zip, string country) =>
        country switch
        {
            "DE" or "FR" or "IT" or "ES" or "FI" => Matches(zip, "[0-9]{5}"),
            "AT" or "CH" or "BE" or "DK" or "LU" or "NO" => Matches(zip, "[0-9]{4}"),
            "US" => Matches(zip, "[0-9]{5}(-[0-9]{4})?"),
            "NL" => Matches(zip, "[0-9]{4} ?[A-Z]{2}"),
            _ => Matches(zip, "[A-Z0-9][A-Z0-9 -]{1,11}")
                || (zip.Length == 0 && NoZip.Contains(country)),
        };

    private static bool IsHttps(string url) =>
        url.Length <= 500
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.UserInfo.Length == 0;

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(
            text,
            $"^({pattern})$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static string? Optional(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
