namespace Elizon.Fixtures;

/// <summary>Where this repository is checked out.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every C# file below these folders, with forward slashes.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        folders
            .SelectMany(f =>
                Directory.GetFiles(File(f.Split('/')), "*.cs", SearchOption.AllDirectories)
            )
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal));

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Elizon.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder)!);
}
