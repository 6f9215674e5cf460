using Elizon.Services;

namespace Elizon.Consoles;

/// <summary>
/// What happened on a console within one tick. All lines of a tick travel together: deliveries cost per frame, not per
/// line. An empty batch is a heartbeat.
/// </summary>
/// <param name="Last">Position of the last line so far, this batch included.</param>
/// <param name="Lines">New lines; the first has the number <c>Last.Seq - Lines.Length + 1</c>.</param>
/// <param name="Status">The server's state, when it changed.</param>
/// <param name="Stats">The newest figures.</param>
/// <param name="Gap">Lines before these were lost.</param>
/// <param name="End">The console is over for good: "deleted" or "suspended".</param>
[GenerateSerializer, Immutable, Alias("ConsoleBatch")]
public sealed record ConsoleBatch(
    [property: Id(0)] ConsolePosition Last,
    [property: Id(1)] string[] Lines,
    [property: Id(2)] ServiceStatus? Status = null,
    [property: Id(3)] ConsoleStats? Stats = null,
    [property: Id(4)] ConsoleGap? Gap = null,
    [property: Id(5)] string? End = null
);

/// <summary>Live figures of a server.</summary>
/// <param name="MemoryBytes">In use.</param>
/// <param name="CpuPercent">Of one core; 250 is two and a half cores.</param>
/// <param name="NetworkInBytes">Into the server since it started.</param>
/// <param name="UptimeMs">Milliseconds since it started.</param>
[GenerateSerializer, Immutable, Alias("ConsoleStats")]
public sealed record ConsoleStats(
    [property: Id(0)] long MemoryBytes,
    [property: Id(1)] long MemoryLimitBytes,
    [property: Id(2)] double CpuPercent,
    [property: Id(3)] long DiskBytes,
    [property: Id(4)] long NetworkInBytes,
    [property: Id(5)] long NetworkOutBytes,
    [property: Id(6)] long UptimeMs
);

/// <summary>Lines are missing.</summary>
/// <param name="After">The last line before the hole, as far as known.</param>
/// <param name="AtMost">No more than so many are missing; null when that is not known.</param>
[GenerateSerializer, Immutable, Alias("ConsoleGap")]
public sealed record ConsoleGap(
    [property: Id(0)] ConsolePosition? After,
    [property: Id(1)] int? AtMost
);

/// <summary>What an Api process still holds of a console, so that a new activation goes on where the last one died.</summary>
[GenerateSerializer, Immutable, Alias("ConsoleTail")]
public sealed record ConsoleTail(
    [property: Id(0)] ConsolePosition Last,
    [property: Id(1)] string[] Lines
);
