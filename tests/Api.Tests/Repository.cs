namespace Elizon.Api.Tests;

/// <summary>Where this repository is checked out.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Elizon.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder)!);
}
