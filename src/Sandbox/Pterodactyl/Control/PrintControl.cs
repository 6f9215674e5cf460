using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;

namespace Elizon.Sandbox.Pterodactyl.Control;

/// <summary>
/// Makes a running server print exactly known lines: the given ones, or <paramref name="Count"/> copies of
/// <paramref name="Text"/> with <c>{n}</c> counted up from <paramref name="From"/>. With <paramref name="Wait"/> the
/// answer comes when all is printed.
/// </summary>
internal sealed record PrintBody(
    IReadOnlyList<string>? Lines,
    string? Text,
    long Count = 0,
    long From = 1,
    double PerSecond = 1000,
    bool Wait = false
)
{
    private const double Fastest = 50_000;

    public string? Fault() =>
        PerSecond is not (> 0 and <= Fastest) ? "perSecond must be above 0 and at most 50000."
        : Lines is null && (Text is null || Count < 1) ? "Give lines, or text and count."
        : null;

    public IEnumerable<string> All() => Lines ?? Numbered();

    private IEnumerable<string> Numbered()
    {
        for (var n = From; n < From + Count; n++)
            yield return Text!.Replace(
                "{n}",
                n.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
    }
}

internal static class PrintControl
{
    public static async Task<IResult> Print(
        string server,
        PrintBody body,
        PanelTables tables,
        PanelDaemons daemons,
        CancellationToken cancellationToken
    )
    {
        if (tables.ServerBy(server) is not { } row || daemons.Peek(row) is not { } game)
            return PterodactylControl.NoServer(server);
        if (body.Fault() is { } wrong)
            return ControlError.BadRequest(wrong);
        var job = game.WithProcess(process => process.Print(body.All(), body.PerSecond));
        if (job is null)
            return ControlError.Conflict("The server is not running, so nothing can print.");
        if (body.Wait)
            await job.Done.WaitAsync(cancellationToken);
        return Results.Accepted(value: PrintView.Of(job));
    }
}
