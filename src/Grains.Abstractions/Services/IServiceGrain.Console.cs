using Elizon.Consoles;

namespace Elizon.Services;

public partial interface IServiceGrain
{
    /// <summary>Where the console is, for a stream; needs "console".</summary>
    /// <exception cref="Refusal">Conflict while there is no server to watch: not yet provisioned, suspended, failed, deleted.</exception>
    [Alias("OpenConsole")]
    Task<ConsoleBinding> OpenConsole(Caller by);

    /// <summary>
    /// Where the console is, for one command line; needs "console". Power actions go to <see cref="Act"/>. What was seen
    /// last may be old: the console, which knows the live state, refuses with <see cref="ServiceRefusals.NotRunning"/>.
    /// </summary>
    /// <exception cref="Refusal">As <see cref="OpenConsole"/>; Conflict "service.notRunning" when it was just seen stopped.</exception>
    [Alias("ForCommand")]
    Task<ConsoleBinding> ForCommand(Caller by);

    /// <summary>
    /// What somebody who looked saw: the console on every change and about once a minute, the status reader.
    /// </summary>
    /// <param name="status">Stopped, Starting, Running or Stopping; others are ignored.</param>
    /// <param name="at">When it was seen, UTC; older than what is known is ignored.</param>
    [Alias("Seen"), Orleans.Concurrency.OneWay]
    Task Seen(ServiceStatus status, DateTimeOffset at);
}
