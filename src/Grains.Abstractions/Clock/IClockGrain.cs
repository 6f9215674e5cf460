namespace Elizon.Clock;

/// <summary>The platform's clock. A test clock can be moved forward, together with the sandbox's; one in the cluster moves it.</summary>
[Alias("IClock")]
public interface IClockGrain : IGrainWithIntegerKey
{
    [Alias("Show")]
    Task<ClockView> Show();

    /// <summary>
    /// Begins to move the clock to <paramref name="until"/>, from one due instant to the next, each with all that
    /// follows from it; answers at once. While it moves, a later instant moves the end. Audited.
    /// </summary>
    /// <exception cref="Refusal">Conflict: this clock is real time. Invalid: the instant is past or too far away.</exception>
    [Alias("Advance")]
    Task<ClockView> Advance(DateTimeOffset until, Caller by);
}

/// <summary>How the clock stands.</summary>
/// <param name="Movable">False: real time, as in production.</param>
/// <param name="Until">Where it moves to; null while it stands.</param>
/// <param name="NextDue">The next instant at which the platform does something.</param>
/// <param name="Error">Why the last move ended before its end; null when it did not.</param>
[GenerateSerializer, Immutable, Alias("ClockView")]
public sealed record ClockView(
    [property: Id(0)] DateTimeOffset Now,
    [property: Id(1)] bool Movable,
    [property: Id(2)] DateTimeOffset? Until,
    [property: Id(3)] DateTimeOffset? NextDue,
    [property: Id(4)] string? Error
);

/// <summary>The only way to it.</summary>
public static class ClockGrainFactory
{
    public static IClockGrain Clock(this IGrainFactory grains) => grains.GetGrain<IClockGrain>(0);
}
