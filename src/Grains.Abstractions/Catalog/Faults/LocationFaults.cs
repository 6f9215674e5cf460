namespace Elizon.Catalog;

internal static class LocationFaults
{
    public static void Check(CatalogDocument document, FaultList faults)
    {
        faults.Unique("locations", document.Locations, l => l.Id.Value, "id");
        for (var i = 0; i < document.Locations.Length; i++)
            Check(document.Locations[i], $"locations[{i}]", faults);
    }

    private static void Check(LocationEntry location, string at, FaultList faults)
    {
        faults.Id($"{at}.id", location.Id.Value);
        faults.Text($"{at}.name", location.Name, 80);
        faults.Text($"{at}.city", location.City, 80);
        faults.Text($"{at}.flag", location.Flag, 40);
        faults.AddIf(
            location.Country is not { Length: 2 } || !location.Country.All(char.IsAsciiLetterUpper),
            $"{at}.country",
            "Must be a country by its two capital letters, such as DE."
        );
        if (location.PingUrl is not null)
            faults.WebAddress($"{at}.pingUrl", location.PingUrl);
    }
}
