using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Elizon.Processes;
using Xunit.Abstractions;

namespace Elizon.Journeys.Tests.Consoles;

/// <summary>Many viewers of one console, over a real host.</summary>
public sealed class ViewersTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Many_viewers_share_one_socket_and_end_one_by_one()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var platform = await PlatformProcess.Start(sandbox);
        using var shopper = await Shopper.SignUp(platform.Address, sandbox, "viewers");
        var service = await shopper.Delivered("minecraft-s");

        await Five_hundred_see_all_over_one_socket(sandbox, shopper, service);
        await A_deleted_key_ends_its_viewer_alone(sandbox, shopper, service);
        await A_viewer_that_stops_reading_disturbs_nobody(sandbox, platform, shopper, service);
    }

    private static async Task Five_hundred_see_all_over_one_socket(
        SandboxProcess sandbox,
        Shopper shopper,
        string service
    )
    {
        var streams = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(_ => ConsoleStream.Open(shopper.Http, service))
        );
        await sandbox.Print(service, "all {n}", 50, 50);
        foreach (var stream in streams)
        {
            await stream.Until(s => s.Lines("all ").Count >= 50, "a viewer has all lines");
            Assert.Equal(Enumerable.Range(1, 50).Select(n => $"all {n}"), stream.Lines("all "));
        }
        Assert.Equal(1, (await sandbox.Server(service)).GetProperty("openSockets").GetInt32());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    private async Task A_deleted_key_ends_its_viewer_alone(
        SandboxProcess sandbox,
        Shopper shopper,
        string service
    )
    {
        var key = (
            await shopper.Call(
                HttpMethod.Post,
                "/api/api-keys",
                new { name = "viewer", scopes = new[] { "services:read" } }
            )
        ).Body.GetProperty("apiKey");
        using var keyed = new HttpClient { BaseAddress = shopper.Http.BaseAddress };
        await using var ended = await ConsoleStream.Open(
            keyed,
            service,
            key.GetProperty("token").GetString()
        );
        await using var stays = await ConsoleStream.Open(shopper.Http, service);
        await ended.Until(s => s.Events.Any(e => e.Name == "console"), "it watches");

        var deleted = Stopwatch.GetTimestamp();
        var answer = await shopper.Call(
            HttpMethod.Delete,
            $"/api/api-keys?id={key.GetProperty("id").GetString()}",
            null
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await ended.Ended.WaitAsync(TimeSpan.FromMinutes(3));
        var took = Stopwatch.GetElapsedTime(deleted);
        output.WriteLine(
            $"The viewer ended {took.TotalMilliseconds:0} ms after its key was deleted."
        );
        Assert.Equal("end", ended.Events[^1].Name);

        await sandbox.Print(service, "stays {n}", 10, 20);
        await stays.Until(s => s.Lines("stays ").Count == 10, "the other viewer goes on");
    }

    /// <summary>20,000 lines of 500 characters: twice and a half what the host keeps for a console.</summary>
    private async Task A_viewer_that_stops_reading_disturbs_nobody(
        SandboxProcess sandbox,
        PlatformProcess platform,
        Shopper shopper,
        string service
    )
    {
        const int Count = 20_000;
        using var stuck = await Unread(shopper, service);
        await using var reads = await ConsoleStream.Open(shopper.Http, service);
        await reads.Until(s => s.Events.Any(e => e.Name == "console"), "it watches");
        var before = platform.MemoryInUse;

        await sandbox.Print(service, "much {n} " + new string('x', 490), Count, 1_500);
        await reads.Until(s => s.Lines("much ").Count >= Count, "the reading viewer has all lines");

        var grown = (platform.MemoryInUse - before) / 1024 / 1024;
        output.WriteLine($"The host grew by {grown} MiB beside a viewer that does not read.");
        Assert.Equal(
            Enumerable.Range(1, Count),
            reads.Lines("much ").Select(l => int.Parse(l.Split(' ')[1], null))
        );
        Assert.DoesNotContain(reads.Events, e => e.Name == "gap");
        await SaysGap(stuck);
    }

    /// <summary>A raw connection: it asks for the stream and then reads nothing.</summary>
    private static async Task<Socket> Unread(Shopper shopper, string service)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, shopper.Http.BaseAddress!.Port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET /api/services/{service}/console/stream HTTP/1.1\r\nHost: {shopper.Http.BaseAddress.Authority}\r\nAuthorization: {shopper.Http.DefaultRequestHeaders.Authorization}\r\n\r\n"
            )
        );
        return socket;
    }

    /// <summary>Reads on until the stream says that lines were missed; megabytes may come before.</summary>
    private static async Task SaysGap(Socket socket)
    {
        const string Gap = "event: gap";
        var buffer = new byte[64 * 1024];
        var tail = "";
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!tail.Contains(Gap, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, patience.Token);
            Assert.True(read > 0, "The stream ended without a gap.");
            // The word may be split over two reads.
            tail =
                tail[^Math.Min(tail.Length, Gap.Length)..]
                + Encoding.ASCII.GetString(buffer.AsSpan(0, read));
        }
    }
}
