using System.Collections.Concurrent;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Elizon.Fixtures;

/// <summary>What a caller is told as <see cref="GrainFault"/>, with the cause that the silo keeps in its log.</summary>
public sealed class SiloFault(string message, Exception? cause) : Exception(message, cause);

/// <summary>
/// Reads the faults out of the log of the silos of one cluster and shows them to the tests' client: a failed test names
/// its cause, which else is nowhere to be found on a build server.
/// </summary>
internal sealed class SiloFaults : ILoggerProvider, IOutgoingGrainCallFilter
{
    private readonly ConcurrentQueue<(string Line, Exception Error)> _seen = new();

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (GrainFault fault)
        {
            var (line, error) = _seen.FirstOrDefault(f =>
                f.Line.EndsWith(fault.Trace, StringComparison.Ordinal)
            );
            throw new SiloFault(line ?? fault.Message, error);
        }
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName == typeof(FaultBoundary).FullName
            ? new Reader(this)
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose() { }

    private sealed class Reader(SiloFaults faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (exception is not null)
                faults._seen.Enqueue((formatter(state, exception), exception));
        }
    }
}
