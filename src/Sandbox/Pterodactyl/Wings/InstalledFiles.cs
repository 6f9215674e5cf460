namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What an install script leaves behind: a few small files of the right names.</summary>
internal static class InstalledFiles
{
    public static void Write(ServerFiles files, ServerConfiguration configuration)
    {
        var minecraft = configuration.Done.Any(done =>
            done.Contains(")! For help", StringComparison.Ordinal)
        );
        if (minecraft)
        {
            Put(
                files,
                configuration.Environment.GetValueOrDefault("SERVER_JARFILE", "server.jar"),
                "PK\u0003\u0004 sandbox server jar\n"
            );
            Put(files, "eula.txt", "eula=true\n");
            Put(
                files,
                "server.properties",
                FormattableString.Invariant(
                    $"server-port={configuration.Port}\nmotd={configuration.Name}\nmax-players=20\nlevel-name=world\n"
                )
            );
            Put(files, "ops.json", "[]\n");
        }
        else
        {
            Put(files, "server.cfg", $"name \"{configuration.Name}\"\n");
        }
        Put(files, "logs/latest.log", "");
    }

    // What the customer changed since the last installation stays.
    private static void Put(ServerFiles files, string name, string text)
    {
        var path = Path.Join(files.Root, name);
        if (Path.Exists(path) || name.Contains("..", StringComparison.Ordinal))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        files.Recount();
    }
}
