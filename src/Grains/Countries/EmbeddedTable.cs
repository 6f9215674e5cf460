using Elizon.Grains.Storage;

namespace Elizon.Grains.Countries;

/// <summary>Reads a table that is part of the program.</summary>
internal static class EmbeddedTable
{
    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(
            $"Elizon.Grains.Countries.{name}"
        )!;
        using var reader = new StreamReader(stream);
        return Json.Read<T>(reader.ReadToEnd());
    }
}
