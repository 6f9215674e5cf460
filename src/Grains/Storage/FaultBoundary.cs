using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Storage;

/// <summary>Lets refusals and Orleans' own errors through and turns every other exception into a <see cref="GrainFault"/>.</summary>
internal sealed partial class FaultBoundary(ILogger<FaultBoundary> logger)
    : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception error)
            when (error
                    is not (
                        Refusal
                        or GrainFault
                        or OperationCanceledException
                        or TimeoutException
                        or Orleans.Runtime.OrleansException
                    )
            )
        {
            var trace =
                Activity.Current?.TraceId.ToString()
                ?? context.Request.GetHashCode().ToString("x8", null);
            LogFault(
                logger,
                context.TargetContext?.GrainId.ToString() ?? "",
                context.MethodName,
                trace,
                error
            );
            throw new GrainFault(trace);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain} {Method} failed, trace {Trace}")]
    private static partial void LogFault(
        ILogger logger,
        string grain,
        string method,
        string trace,
        Exception error
    );
}
