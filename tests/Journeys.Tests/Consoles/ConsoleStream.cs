using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Elizon.Journeys.Tests.Consoles;

/// <summary>A viewer of a console: one connection, everything it got and when.</summary>
internal sealed class ConsoleStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly List<ConsoleEvent> _events = [];
    private readonly Task _reading;
    private TaskCompletionSource _more = new();

    private ConsoleStream(HttpResponseMessage answer) => _reading = Read(answer);

    /// <summary>Completes when the server ends the stream.</summary>
    public Task Ended => _reading;

    public IReadOnlyList<ConsoleEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    /// <summary>Lines of the console that begin with a word, without what the game itself says.</summary>
    public IReadOnlyList<string> Lines(string word) =>
        [
            .. Events
                .SelectMany(e => e.Lines)
                .Where(l => l.StartsWith(word, StringComparison.Ordinal)),
        ];

    public static async Task<ConsoleStream> Open(
        HttpClient http,
        string service,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/services/{service}/console/stream"
        );
        if (key is not null)
            request.Headers.Add("x-api-key", key);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return new ConsoleStream(answer);
    }

    /// <summary>Waits until what came so far is enough; fails with what there is when it never is.</summary>
    public async Task Until(Func<ConsoleStream, bool> enough, string what, int seconds = 300)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var more = Volatile.Read(ref _more).Task;
            if (enough(this))
                return;
            var left = TimeSpan.FromSeconds(seconds) - Stopwatch.GetElapsedTime(started);
            var came = left > TimeSpan.Zero && await Task.WhenAny(more, Task.Delay(left)) == more;
            Assert.True(
                came,
                $"Waited {seconds} s until {what}; last: {string.Join('\n', Events.TakeLast(5))}"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _left.Dispose();
    }

    private async Task Read(HttpResponseMessage answer)
    {
        using (answer)
        await using (var body = await answer.Content.ReadAsStreamAsync(_left.Token))
            await foreach (var item in SseParser.Create(body).EnumerateAsync(_left.Token))
            {
                lock (_events)
                    _events.Add(
                        new ConsoleEvent(
                            Stopwatch.GetTimestamp(),
                            item.EventType,
                            item.EventId,
                            item.Data
                        )
                    );
                Interlocked.Exchange(ref _more, new TaskCompletionSource()).TrySetResult();
            }
    }
}

internal sealed record ConsoleEvent(long At, string Name, string? Id, string Data)
{
    public string[] Lines { get; } =
        Name == "console"
            ?
            [
                .. JsonDocument
                    .Parse(Data)
                    .RootElement.GetProperty("lines")
                    .EnumerateArray()
                    .Select(l => l.GetString()!),
            ]
            : [];
}
