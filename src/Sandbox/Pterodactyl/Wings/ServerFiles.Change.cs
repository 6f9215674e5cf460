using System.Globalization;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>Move, copy, delete, folders, rights.</content>
internal sealed partial class ServerFiles
{
    private const int MostCopies = 50;

    public void CreateFolder(string below, string name)
    {
        var path = Resolve(name, below);
        if (File.Exists(path))
            throw new WingsFailure(
                400,
                "Part of the path being created is not a directory (ENOTDIR)."
            );
        Directory.CreateDirectory(path);
    }

    /// <summary>A source that is missing is passed over in silence.</summary>
    public void Rename(string below, IReadOnlyList<(string From, string To)> moves)
    {
        foreach (var (from, to) in moves)
        {
            CheckDenylist(from, to);
            var source = Resolve(from, below);
            var target = Resolve(to, below);
            if (!Path.Exists(source))
                continue;
            if (Path.Exists(target))
                throw new WingsFailure(
                    400,
                    "Cannot move or rename file, destination already exists."
                );
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(source, target);
        }
    }

    /// <summary><c>a.txt</c> becomes <c>a copy.txt</c>, then <c>a copy 1.txt</c>.</summary>
    public void Copy(string location)
    {
        CheckDenylist(location);
        var source = Resolve(location);
        if (!File.Exists(source))
            throw WingsFailure.NotFound();
        CheckSpace(new FileInfo(source).Length);
        File.Copy(source, FreeCopyName(source));
        Changed();
    }

    public void Delete(string below, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            CheckDenylist(file);
            var path = Resolve(file, below);
            if (path == Path.GetFullPath(root).TrimEnd('/'))
                throw WingsFailure.Unexpected();
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
        Changed();
    }

    public void Chmod(string below, IReadOnlyList<(string File, string Mode)> changes)
    {
        foreach (var (file, mode) in changes)
        {
            var path = Resolve(file, below);
            if (mode.Any(c => c is < '0' or > '7') || mode.Length is 0 or > 4)
                throw new WingsFailure(400, "Invalid file mode.");
            if (Path.Exists(path) && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, (UnixFileMode)(Convert.ToInt32(mode, 8) & 0x1FF));
        }
    }

    /// <summary>Empties the directory.</summary>
    public void Truncate()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
        EnsureRoot();
        Changed();
    }

    /// <summary>The server is gone and its files with it.</summary>
    public void Destroy()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    private static string FreeCopyName(string source)
    {
        var extension = Path.GetExtension(source);
        var name = source[..^extension.Length];
        if (name.EndsWith(".tar", StringComparison.Ordinal))
        {
            extension = ".tar" + extension;
            name = name[..^".tar".Length];
        }
        var candidates = Enumerable
            .Range(0, MostCopies)
            .Select(i =>
                i == 0 ? " copy" : string.Create(CultureInfo.InvariantCulture, $" copy {i}")
            );
        var free =
            candidates.FirstOrDefault(suffix => !Path.Exists(name + suffix + extension))
            ?? throw WingsFailure.Unexpected();
        return name + free + extension;
    }
}
