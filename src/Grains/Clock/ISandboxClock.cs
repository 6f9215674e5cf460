namespace Elizon.Grains.Clock;

/// <summary>The clock of the sandbox before which this platform runs; it moves along.</summary>
internal interface ISandboxClock
{
    /// <summary>Moves it to this instant, if it is not past it already.</summary>
    Task MoveTo(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>Waits a moment until nothing is under way there.</summary>
    Task<SandboxPending> Pending(CancellationToken cancellation);
}

/// <param name="NextDue">When something happens there by itself.</param>
internal sealed record SandboxPending(bool Quiet, DateTimeOffset? NextDue);
