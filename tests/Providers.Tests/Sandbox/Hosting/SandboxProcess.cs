using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Elizon.Sandbox;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

/// <summary>The sandbox as a process of its own, so that a test can kill it the hard way.</summary>
internal sealed partial class SandboxProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private SandboxProcess(Process process, Uri control, int smtpPort)
    {
        _process = process;
        Control = control;
        SmtpPort = smtpPort;
    }

    public Uri Control { get; }

    public int SmtpPort { get; }

    public static async Task<SandboxProcess> Start(string dataPath)
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    typeof(SandboxHost).Assembly.Location,
                    "--Sandbox:Port=0",
                    "--Sandbox:PanelPort=0",
                    "--Sandbox:NodePorts:0=0",
                    "--Sandbox:SmtpPort=0",
                    $"--Sandbox:DataPath={dataPath}",
                },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (Ready().Match(line) is { Success: true } ready)
                return new SandboxProcess(
                    process,
                    new Uri(ready.Groups["control"].Value),
                    int.Parse(ready.Groups["smtp"].Value, CultureInfo.InvariantCulture)
                );
        throw new InvalidOperationException("The sandbox ended before it was ready.");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(
        @"^Sandbox ready: (?<control>\S+) .* smtp (?<smtp>\d+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ready();
}
