using Elizon.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Elizon.Grains.Clock;

/// <summary>
/// Moves a test clock beside its turns; reentrant, so that it tells how far it is. Nothing of a move is kept: after a
/// crash the clock stands where it was, and the same instant again goes on from there.
/// </summary>
[GrainType("clock"), Reentrant]
internal sealed partial class ClockGrain(
    TimeProvider clock,
    IServiceProvider services,
    ILogger<ClockGrain> logger
) : Grain, IClockGrain
{
    private const int MostYears = 10;
    private static readonly TimeSpan StepPatience = TimeSpan.FromMinutes(5);
    private DateTimeOffset? _until;
    private string? _error;

    private ClusterClock? Moves => services.GetService<ClusterClock>();

    public async Task<ClockView> Show() =>
        new(
            clock.GetUtcNow(),
            Moves is not null,
            _until,
            Moves is { } moves ? await moves.NextDue() : null,
            _error
        );

    public async Task<ClockView> Advance(DateTimeOffset until, Caller by)
    {
        if (Moves is not { } moves)
            throw ClockRefusals.NotMovable();
        var now = clock.GetUtcNow();
        if (until < now || until > now.AddYears(MostYears))
            throw ClockRefusals.Unreachable();
        await services.GetRequiredService<ClockStore>().Audit(now, until, by);
        var moving = _until is not null;
        _until = until > _until ? until : _until ?? until;
        if (!moving)
            _ = Move(moves);
        return await Show();
    }

    private async Task Move(ClusterClock moves)
    {
        _error = null;
        try
        {
            while (clock.GetUtcNow() < _until)
            {
                DelayDeactivation(StepPatience);
                using var patience = new CancellationTokenSource(StepPatience);
                await moves.Step(_until.Value, patience.Token);
            }
        }
        catch (Exception error)
        {
            LogStopped(logger, error);
            _error = $"{error.GetType().Name}: {error.Message}";
        }
        finally
        {
            _until = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The test clock stopped on its way")]
    private static partial void LogStopped(ILogger logger, Exception error);
}
