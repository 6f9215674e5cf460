using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Elizon.Processes;

/// <summary>
/// A program of ours as a real process. Its standard input is held open here, so that it goes with the test run; what it
/// says is kept for the failure message.
/// </summary>
public sealed class ElizonProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private ElizonProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <param name="program">Assembly name, such as "Elizon.Silo"; it lies beside the tests.</param>
    public static ElizonProcess Start(
        string program,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{program}.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ElizonProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end and fails when it did not end well.</summary>
    public static async Task Run(
        string program,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] environment
    )
    {
        await using var process = Start(program, arguments, environment);
        process._process.StandardInput.Close();
        await process._process.WaitForExitAsync();
        Assert.True(process._process.ExitCode == 0, process.Said);
    }

    /// <summary>A port nobody has now, below the range the system hands out by itself.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = System.Security.Cryptography.RandomNumberGenerator.GetInt32(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }

    /// <summary>kill -9: nothing of it runs any more, not even a finally.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends its input: it stops in order.</summary>
    public async Task Stop()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 400)
                _said.Dequeue();
        }
    }
}
