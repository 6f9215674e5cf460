using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.RegularExpressions;
using Elizon.Cli.Access;
using Spectre.Console;

namespace Elizon.Cli.Demo;

/// <summary>Shows a service's console for a while and types into it.</summary>
internal sealed partial class DemoConsole(AdminApi api, World world, string service)
{
    private static readonly string[] Commands =
    [
        "help",
        "list",
        "say Hallo aus der Kommandozeile!",
    ];

    public async Task Show(TimeSpan time, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var typing = Type(time, end);
        try
        {
            await Read(end.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over.
        }
        finally
        {
            await end.CancelAsync();
            await typing;
        }
    }

    private async Task Type(TimeSpan time, CancellationTokenSource end)
    {
        var pause = time / (Commands.Length + 1);
        try
        {
            foreach (var command in Commands)
            {
                await Task.Delay(pause, world.Clock, end.Token);
                world.Terminal.MarkupLine($"[bold cyan]> {Markup.Escape(command)}[/]");
                await api.Post(
                    $"api/services/{service}/console/command",
                    new { command },
                    end.Token
                );
            }
            await Task.Delay(pause, world.Clock, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The stream ended first.
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private async Task Read(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"api/services/{service}/console/stream"
        );
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await api.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellation
        );
        if (!response.IsSuccessStatusCode)
            throw new CliFault(
                ExitCode.Failed,
                $"The console answered {(int)response.StatusCode}."
            );
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
            Print(item.EventType, item.Data);
    }

    /// <summary>As it came but for its colours, and not wrapped: a console line is one line.</summary>
    private void PrintLine(string line)
    {
        world.Terminal.Markup("[grey]│[/] ");
        world.Terminal.Write(
            new Text(Colours().Replace(line, "")) { Overflow = Overflow.Ellipsis }
        );
        world.Terminal.WriteLine();
    }

    [GeneratedRegex(@"\x1B\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colours();

    private void Print(string kind, string data)
    {
        using var json = JsonDocument.Parse(data);
        if (kind == "console")
            foreach (var line in json.RootElement.GetProperty("lines").EnumerateArray())
                PrintLine(line.ToString());
        else if (kind == "status")
            world.Terminal.MarkupLine(
                $"[grey]│ {Markup.Escape(json.RootElement.GetProperty("status").GetString() ?? "")}[/]"
            );
    }
}
