using System.IO.Enumeration;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>A server's data directory, on real disk. No path leads out of it; links are never followed or made.</summary>
internal sealed partial class ServerFiles(string root, Func<ServerConfiguration> configuration)
{
    private const int LongestName = 255;
    private long _used = -1;

    public string Root => root;

    public void EnsureRoot() => Directory.CreateDirectory(root);

    /// <summary>What the files take; counted again only after a change.</summary>
    public long UsedBytes()
    {
        var used = Interlocked.Read(ref _used);
        if (used >= 0)
            return used;
        used = Directory.Exists(root)
            ? new DirectoryInfo(root)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Sum(file => file.Length)
            : 0;
        Interlocked.Exchange(ref _used, used);
        return used;
    }

    /// <exception cref="WingsFailure">404 when it does not exist or is a file.</exception>
    public IReadOnlyList<FileStat> List(string directory)
    {
        var path = Resolve(directory);
        if (!Directory.Exists(path))
            throw WingsFailure.NotFound();
        return
        [
            .. new DirectoryInfo(path)
                .EnumerateFileSystemInfos()
                .Select(FileStat.Of)
                .OrderBy(stat => stat.IsFile)
                .ThenBy(stat => stat.Name, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="WingsFailure">404 when it does not exist, 400 for a directory.</exception>
    public FileInfo Find(string file)
    {
        var path = Resolve(file);
        if (Directory.Exists(path))
            throw new WingsFailure(400, "Cannot perform that action: file is a directory.");
        return File.Exists(path) ? new FileInfo(path) : throw WingsFailure.NotFound();
    }

    /// <summary>Writes a file whole; its directories are made.</summary>
    public async Task Write(
        string file,
        Stream content,
        long length,
        CancellationToken cancellationToken
    )
    {
        CheckDenylist(file);
        var path = Resolve(file);
        if (Directory.Exists(path))
            throw new WingsFailure(
                400,
                "Cannot write file, name conflicts with an existing directory by the same name."
            );
        CheckSpace(length - (File.Exists(path) ? new FileInfo(path).Length : 0));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var target = File.Create(path))
            await content.CopyToAsync(target, cancellationToken);
        Changed();
    }

    public void CheckSpace(long more)
    {
        var limit = configuration().DiskMiB * 1_048_576;
        if (limit > 0 && UsedBytes() + more > limit)
            throw new WingsFailure(
                400,
                "There is not enough disk space available to perform that action."
            );
    }

    /// <summary>Something was written past this class.</summary>
    public void Recount() => Changed();

    private void Changed() => Interlocked.Exchange(ref _used, -1);

    private void CheckDenylist(params IEnumerable<string> files)
    {
        var denied = configuration().FileDenylist;
        if (
            files.Any(file =>
                denied.Any(pattern =>
                    FileSystemName.MatchesSimpleExpression(
                        pattern.TrimStart('/'),
                        file.TrimStart('/')
                    )
                )
            )
        )
            throw new WingsFailure(403, "This file cannot be modified: present in egg denylist.");
    }

    private string Resolve(string path, string? below = null)
    {
        var joined = Path.Join(root, below ?? "", path.TrimStart('/'));
        if (path.Contains('\0', StringComparison.Ordinal))
            throw WingsFailure.NotFound();
        if (
            joined
                .Split('/')
                .Any(name => System.Text.Encoding.UTF8.GetByteCount(name) > LongestName)
        )
            throw new WingsFailure(400, "Cannot perform that action: file name is too long.");
        var full = Path.GetFullPath(joined).TrimEnd('/');
        var top = Path.GetFullPath(root).TrimEnd('/');
        return full == top || full.StartsWith(top + "/", StringComparison.Ordinal)
            ? full
            : throw WingsFailure.NotFound();
    }
}
