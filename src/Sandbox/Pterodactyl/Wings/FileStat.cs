namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>One entry of a directory as the daemon reports it.</summary>
internal sealed record FileStat(
    string Name,
    string Mode,
    string ModeBits,
    long Size,
    bool IsFile,
    bool IsSymlink,
    string Mime,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt
)
{
    public static FileStat Of(FileSystemInfo entry)
    {
        var isFile = entry is FileInfo;
        var mode = entry.UnixFileMode;
        return new FileStat(
            entry.Name,
            (isFile ? "-" : "d") + Letters(mode),
            Convert.ToString((int)mode & 0x1FF, 8),
            entry is FileInfo file ? file.Length : 4096,
            isFile,
            entry.LinkTarget is not null,
            isFile ? MimeType.Of((FileInfo)entry) : "inode/directory",
            new DateTimeOffset(entry.CreationTimeUtc, TimeSpan.Zero),
            new DateTimeOffset(entry.LastWriteTimeUtc, TimeSpan.Zero)
        );
    }

    private static string Letters(UnixFileMode mode)
    {
        const string all = "rwxrwxrwx";
        var bits = (int)mode;
        return string.Create(
            all.Length,
            bits,
            static (text, value) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = (value & (1 << (text.Length - 1 - i))) != 0 ? "rwxrwxrwx"[i] : '-';
            }
        );
    }
}
