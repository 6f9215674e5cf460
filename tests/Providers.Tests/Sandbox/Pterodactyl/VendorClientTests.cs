using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>A client library of the vendor's own world (PteroJS), driven by <c>vendor-client/drive.js</c>.</summary>
public sealed class VendorClientTests : PterodactylTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [VendorClientFact]
    public async Task PteroJS_creates_starts_and_talks_to_a_server()
    {
        var arguments =
            $"drive.js {Host.Panel.ToString().TrimEnd('/')} {Keys.ApplicationKey} {Keys.ClientKey}";

        var (code, output, errors) = await VendorClientFactAttribute.Run(
            "node",
            arguments,
            Patience
        );

        Assert.True(code == 0, errors);
        var seen = JsonNode.Parse(output)!;
        Assert.Equal(
            (1, 3, 6, 0),
            ((int)seen["users"]!, (int)seen["nodes"]!, (int)seen["eggs"]!, (int)seen["left"]!)
        );
        Assert.Single(
            seen["lines"]!.AsArray(),
            line =>
                ((string)line!).EndsWith("[Server] hello from pterojs", StringComparison.Ordinal)
        );
        Assert.Equal("running", (string?)seen["state"]);
    }
}

/// <summary>Skips, with the reason, where node or npm is missing or the library cannot be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VendorClientFactAttribute : FactAttribute
{
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<string?> Problem = new(() => Install().GetAwaiter().GetResult());

    public VendorClientFactAttribute() => Skip = Problem.Value!;

    public static async Task<(int Code, string Output, string Errors)> Run(
        string program,
        string arguments,
        TimeSpan patience
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder(),
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var limit = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "", $"{program} did not end within {patience}.");
        }
    }

    private static async Task<string?> Install()
    {
        try
        {
            if (IsInstalled())
                return null;
            var (code, _, errors) = await Run("npm", "ci --no-audit --no-fund", InstallPatience);
            return code == 0 ? null : $"npm could not install the client library: {errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node and npm are not installed.";
        }
    }

    // npm leaves its own lock in the folder; one at least as new as ours means nothing is left to do.
    private static bool IsInstalled() =>
        File.GetLastWriteTimeUtc(Path.Join(Folder(), "node_modules", ".package-lock.json"))
        >= File.GetLastWriteTimeUtc(Path.Join(Folder(), "package-lock.json"));

    private static string Folder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Join(at.FullName, "Elizon.sln")))
            at = at.Parent;
        return Path.Join(
            at?.FullName,
            "tests",
            "Providers.Tests",
            "Sandbox",
            "Pterodactyl",
            "vendor-client"
        );
    }
}
