namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>A guess at a file's type: by its ending, else by whether its head looks like text.</summary>
internal static class MimeType
{
    private const int HeadLength = 512;

    private static readonly Dictionary<string, string> ByEnding = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".gz"] = "application/gzip",
        [".tgz"] = "application/gzip",
        [".zip"] = "application/zip",
        [".jar"] = "application/jar",
        [".tar"] = "application/x-tar",
        [".json"] = "application/json",
        [".png"] = "image/png",
    };

    public static string Of(FileInfo file)
    {
        if (ByEnding.TryGetValue(file.Extension, out var known))
            return known;
        Span<byte> head = stackalloc byte[HeadLength];
        using var stream = file.OpenRead();
        var length = stream.Read(head);
        return head[..length].Contains((byte)0)
            ? "application/octet-stream"
            : "text/plain; charset=utf-8";
    }
}
