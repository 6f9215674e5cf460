using System.Net.Http.Json;

namespace Elizon.Grains.Clock;

/// <summary>The sandbox's control API (docs/sandbox.md).</summary>
internal sealed class SandboxClock(HttpClient http) : ISandboxClock
{
    private const int WaitSeconds = 5;

    public async Task MoveTo(DateTimeOffset instant, CancellationToken cancellation)
    {
        var clock = (await http.GetFromJsonAsync<Shown>("control/clock", cancellation))!;
        var by = instant - clock.Now;
        if (by <= TimeSpan.Zero)
            return;
        using var answer = await http.PostAsJsonAsync(
            "control/clock",
            new { advanceSeconds = by.TotalSeconds },
            cancellation
        );
        answer.EnsureSuccessStatusCode();
    }

    public async Task<SandboxPending> Pending(CancellationToken cancellation) =>
        (
            await http.GetFromJsonAsync<SandboxPending>(
                $"control/pending?waitSeconds={WaitSeconds}",
                cancellation
            )
        )!;

    private sealed record Shown(DateTimeOffset Now);
}
