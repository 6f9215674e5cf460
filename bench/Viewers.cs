using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Elizon.Bench.Servers;

namespace Elizon.Bench;

/// <summary>What a process of viewers shall watch.</summary>
internal sealed record ViewerOrder(int Count, int Port, string Path, string Header)
{
    public string[] Arguments =>
        ["view", Count.ToString(CultureInfo.InvariantCulture), $"{Port}", Path, Header];

    public static ViewerOrder Read(string[] arguments) =>
        new(
            int.Parse(arguments[1], CultureInfo.InvariantCulture),
            int.Parse(arguments[2], CultureInfo.InvariantCulture),
            arguments[3],
            arguments[4]
        );
}

/// <summary>
/// Many readers of one event stream over plain sockets, in a process of their own. It says "ready" when all have their
/// first bytes; on each line of its input it says how many events and gaps came so far.
/// </summary>
internal static class Viewers
{
    private static long _events;
    private static long _gaps;

    public static async Task Watch(ViewerOrder order)
    {
        var ready = new CountdownEvent(order.Count);
        for (var n = 0; n < order.Count; n++)
            _ = Read(order, ready);
        while (!ready.IsSet)
            await Task.Delay(20);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine($"{Interlocked.Read(ref _events)} {Interlocked.Read(ref _gaps)}");
    }

    private static async Task Read(ViewerOrder order, CountdownEvent ready)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", order.Port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET {order.Path} HTTP/1.1\r\nHost: 127.0.0.1:{order.Port}\r\nAccept: text/event-stream\r\n{order.Header}\r\n\r\n"
            )
        );
        var buffer = new byte[64 * 1024];
        var first = true;
        while (await socket.ReceiveAsync(buffer) is > 0 and var read)
        {
            if (first)
                ready.Signal();
            first = false;
            Count(buffer.AsSpan(0, read));
        }
        await Console.Error.WriteLineAsync("A stream ended.");
    }

    /// <summary>"data:" begins once per event in both servers' streams; a split over two reads is rare and costs one count.</summary>
    private static void Count(ReadOnlySpan<byte> bytes)
    {
        Interlocked.Add(ref _events, bytes.Count("\ndata:"u8));
        Interlocked.Add(ref _gaps, bytes.Count("event: gap"u8));
    }
}

/// <summary>The other end of <see cref="Viewers"/>.</summary>
internal sealed class ViewerProcess : IDisposable
{
    private readonly Process _process;

    private ViewerProcess(Process process) => _process = process;

    public static async Task<ViewerProcess> Start(ViewerOrder order)
    {
        var process = Tool.Self(order.Arguments);
        if (await process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("The viewers did not get their streams.");
        return new ViewerProcess(process);
    }

    public async Task<(long Events, long Gaps)> SoFar()
    {
        await _process.StandardInput.WriteLineAsync("?");
        await _process.StandardInput.FlushAsync();
        var said = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (
            long.Parse(said[0], CultureInfo.InvariantCulture),
            long.Parse(said[1], CultureInfo.InvariantCulture)
        );
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
