namespace Elizon.Clock;

/// <summary>What the clock refuses, one sentence each.</summary>
public static class ClockRefusals
{
    public static Refusal NotMovable() =>
        new(
            RefusalKind.Conflict,
            "clock.notMovable",
            "This platform runs on real time. Elizon:TestClock names the sandbox of one whose clock moves."
        );

    public static Refusal Unreachable() =>
        new(
            RefusalKind.Invalid,
            "clock.unreachable",
            "The clock only goes forward, and at most ten years at a time."
        );
}
