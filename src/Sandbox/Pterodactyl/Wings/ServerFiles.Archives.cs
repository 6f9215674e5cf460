using System.Formats.Tar;
using System.IO.Compression;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>Packing and unpacking. Only plain files and directories are taken from an archive, each below the root.</content>
internal sealed partial class ServerFiles
{
    /// <summary>Packs <paramref name="files"/> into <c>archive-&lt;time&gt;.tar.gz</c> beside them.</summary>
    public async Task<FileStat> Compress(
        string below,
        IReadOnlyList<string> files,
        string stamp,
        CancellationToken cancellationToken
    )
    {
        CheckSpace(0);
        var target = Resolve($"archive-{stamp}.tar.gz", below);
        await Pack(
            target,
            files.Select(file => Resolve(file, below)).Where(Path.Exists),
            ignored: [],
            cancellationToken
        );
        Changed();
        return FileStat.Of(new FileInfo(target)) with { Mime = "application/tar+gzip" };
    }

    /// <exception cref="WingsFailure">404 when it is missing, 400 for a format the daemon does not know or when the disk is too small.</exception>
    public async Task Decompress(string below, string file, CancellationToken cancellationToken)
    {
        var archive = Resolve(file, below);
        if (!File.Exists(archive))
            throw WingsFailure.NotFound();
        var target = Resolve("", below);
        try
        {
            if (archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                await UnpackZip(archive, target, cancellationToken);
            else
                await UnpackTar(archive, target, _ => { }, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new WingsFailure(
                400,
                "The archive provided is in a format Wings does not understand."
            );
        }
        finally
        {
            Changed();
        }
    }

    /// <summary>Packs everything but what <paramref name="ignored"/> names.</summary>
    public Task Pack(
        string target,
        IReadOnlyList<string> ignored,
        CancellationToken cancellationToken
    ) => Pack(target, Directory.EnumerateFileSystemEntries(root), ignored, cancellationToken);

    public async Task Restore(
        string archive,
        Action<string> restored,
        CancellationToken cancellationToken
    )
    {
        await UnpackTar(archive, Resolve(""), restored, cancellationToken);
        Changed();
    }

    private async Task Pack(
        string target,
        IEnumerable<string> entries,
        IReadOnlyList<string> ignored,
        CancellationToken cancellationToken
    )
    {
        await using var file = File.Create(target);
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zip);
        foreach (
            var path in entries
                .SelectMany(Files)
                .Where(path => path != target)
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(root, path);
            if (!Ignores(ignored, name))
                await tar.WriteEntryAsync(path, name, cancellationToken);
        }
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            : [path];

    private static bool Ignores(IReadOnlyList<string> ignored, string name) =>
        ignored.Any(pattern =>
            System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Trim('/'), name)
            || name.StartsWith(pattern.TrimEnd('*').Trim('/') + "/", StringComparison.Ordinal)
        );

    private async Task UnpackTar(
        string archive,
        string target,
        Action<string> restored,
        CancellationToken cancellationToken
    )
    {
        await using var file = File.OpenRead(archive);
        await using Stream plain = archive.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
            ? file
            : new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(plain);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (
                entry.DataStream is { } data
                && entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile
            )
            {
                await Unpack(
                    entry.Name,
                    entry.Length,
                    entry.DataStream!,
                    target,
                    cancellationToken
                );
                restored(entry.Name);
            }
        }
    }

    private async Task UnpackZip(string archive, string target, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
        {
            await using var data = await entry.OpenAsync(cancellationToken);
            await Unpack(entry.FullName, entry.Length, data, target, cancellationToken);
        }
    }

    private async Task Unpack(
        string name,
        long length,
        Stream data,
        string target,
        CancellationToken cancellationToken
    )
    {
        CheckSpace(length);
        var path = Resolve(name, Path.GetRelativePath(root, target));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        await data.CopyToAsync(file, cancellationToken);
    }
}
