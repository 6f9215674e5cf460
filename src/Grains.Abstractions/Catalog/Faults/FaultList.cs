namespace Elizon.Catalog;

/// <summary>Gathers faults and knows the checks that every part of the document shares.</summary>
internal sealed class FaultList
{
    private readonly List<CatalogFault> _faults = [];

    public IReadOnlyList<CatalogFault> All => _faults;

    public bool Any => _faults.Count > 0;

    public void Add(string path, string sentence) => _faults.Add(new CatalogFault(path, sentence));

    public void AddIf(bool wrong, string path, string sentence)
    {
        if (wrong)
            Add(path, sentence);
    }

    public void AtMost<T>(string path, IReadOnlyCollection<T> items, int most) =>
        AddIf(items.Count > most, path, $"At most {most} entries are allowed.");

    public void Between(string path, int value, int least, int most) =>
        AddIf(
            value < least || value > most,
            path,
            $"Must be between {least} and {most}, but is {value}."
        );

    public void Text(string path, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            Add(path, "Must not be empty.");
        else if (text.Length > longest)
            Add(path, $"Must have at most {longest} characters.");
        else if (text.Any(c => char.IsControl(c) && c != '\n'))
            Add(path, "Must not hold control characters.");
    }

    public void Text(string path, LocalText? text, int longest)
    {
        if (text is null)
        {
            Add(path, "A text in German and English is needed.");
            return;
        }
        Text($"{path}.de", text.De, longest);
        Text($"{path}.en", text.En, longest);
    }

    public void Id(string path, string? value) =>
        AddIf(!IdText.IsValid(value), path, "Must have 1 to 64 letters, digits, '-' or '_'.");

    public void Slug(string path, string? value) =>
        AddIf(!IsSlug(value), path, "Must have 1 to 64 lower case letters, digits or '-'.");

    public void WebAddress(string path, string? value) =>
        AddIf(
            !Uri.TryCreate(value, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https")
                || uri.UserInfo.Length > 0,
            path,
            "Must be an address that starts with http:// or https:// and holds no password."
        );

    public void Price(string path, Money price) =>
        AddIf(
            price <= Money.Zero || price > new Money(10_000_000),
            path,
            "Must be more than 0 and at most 100000 euros."
        );

    /// <summary>Names every entry whose key an earlier one has.</summary>
    public void Unique<T>(string path, IReadOnlyList<T> items, Func<T, string?> key, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
            if (key(items[i]) is { } value && !seen.Add(value))
                Add($"{path}[{i}].{field}", $"'{value}' is used twice.");
    }

    private static bool IsSlug(string? text) =>
        text is { Length: > 0 and <= 64 }
        && text[0] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
