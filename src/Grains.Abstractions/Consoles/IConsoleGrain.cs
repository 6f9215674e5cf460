using Orleans.Concurrency;

namespace Elizon.Consoles;

/// <summary>
/// Owns the one upstream socket of a service's console. Key: <see cref="ServiceId"/>. Opens it with the first watcher and
/// closes it a while after the last; renews tokens, reconnects, numbers the lines, keeps a bounded ring.
/// </summary>
[Alias("IConsoleGrain")]
public interface IConsoleGrain : IGrainWithStringKey
{
    /// <summary>
    /// Batches from now on, first what the ring holds beyond the caller's tail. One call per Api process and service, not
    /// per viewer. There is a batch at least every second (<see cref="ConsoleTimes.Heartbeat"/>): a watcher takes
    /// <see cref="ConsoleTimes.Silence"/> without one for a dead silo and attaches again with its tail.
    /// </summary>
    [Alias("Watch")]
    IAsyncEnumerable<ConsoleBatch> Watch(
        ConsoleBinding binding,
        ConsoleTail? tail,
        CancellationToken cancellation = default
    );

    /// <summary>Types a line into the running server; opens the upstream when nobody watches.</summary>
    /// <exception cref="Refusal">Conflict "service.notRunning", ProviderDown "console.unreachable".</exception>
    [Alias("Send")]
    Task Send(ConsoleBinding binding, string command);

    /// <summary>Something happens to the server just now: opens the upstream for a while, so that its state is seen live.</summary>
    [Alias("Look"), OneWay]
    Task Look(ConsoleBinding binding);

    /// <summary>The service is suspended or deleted: ends every watcher and closes the upstream.</summary>
    [Alias("Close"), OneWay]
    Task Close(string reason);
}

/// <summary>How fast a dead silo is noticed by those who watch a console.</summary>
public static class ConsoleTimes
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);
}

/// <summary>Checks the caller's right at the service and passes the command on. Stateless.</summary>
[Alias("IConsoleDesk")]
public interface IConsoleDesk : IGrainWithIntegerKey
{
    /// <summary>A line needs the right "console"; a power action its own right.</summary>
    /// <exception cref="Refusal">Invalid, NotFound, Forbidden, Conflict, ProviderDown.</exception>
    [Alias("Command")]
    Task Command(ServiceId service, ConsoleCommand command, Caller caller);

    /// <summary>How the console of this service is reached.</summary>
    [Alias("Access")]
    Task<ConsoleAccess> Access(ServiceId service, Caller caller);
}

/// <summary>Either a line for the server or a power action, never both.</summary>
/// <param name="Command">One line, 1 to 2,000 characters without control characters.</param>
/// <param name="Action">start, stop, restart or kill.</param>
[GenerateSerializer, Immutable, Alias("ConsoleCommand")]
public sealed record ConsoleCommand(
    [property: Id(0)] string? Command,
    [property: Id(1)] string? Action
);

/// <summary>Where a client finds the console. No provider address and no token is in it.</summary>
/// <param name="Type">"sse" for game servers.</param>
[GenerateSerializer, Immutable, Alias("ConsoleAccess")]
public sealed record ConsoleAccess(
    [property: Id(0)] string Type,
    [property: Id(1)] string StreamUrl,
    [property: Id(2)] string CommandUrl
);

/// <summary>The sentences of this feature.</summary>
public static class ConsoleRefusals
{
    public static Refusal Unreachable() =>
        new(
            RefusalKind.ProviderDown,
            "console.unreachable",
            "The console cannot be reached right now. Nothing was sent.",
            retryAfterSeconds: 5
        );

    public static Refusal OneLineOrOneAction() =>
        CommonRefusals.Invalid(
            "Send either 'command' (one line of 1 to 2000 characters) or 'action' (start, stop, restart, kill)."
        );
}

/// <summary>The only way to the grains of this feature.</summary>
public static class ConsolesGrainFactory
{
    public static IConsoleGrain Console(this IGrainFactory grains, ServiceId id) =>
        grains.GetGrain<IConsoleGrain>(id.Value);

    public static IConsoleDesk ConsoleDesk(this IGrainFactory grains) =>
        grains.GetGrain<IConsoleDesk>(0);
}
