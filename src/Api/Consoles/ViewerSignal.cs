using System.Threading.Tasks.Sources;

namespace Elizon.Api.Consoles;

/// <summary>
/// Wakes one viewer, without an allocation per wait. The viewer goes on inside <see cref="Set"/>, on the thread that
/// brought the frame: handing a thousand of them to the pool one by one costs more than their writes. It never blocks
/// there: a connection that cannot take more goes on by itself later.
/// </summary>
internal sealed class ViewerSignal : IValueTaskSource
{
    private const int Idle = 0;
    private const int Raised = 1;
    private const int Waiting = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    public void Set()
    {
        if (Interlocked.Exchange(ref _state, Raised) == Waiting)
            _core.SetResult(true);
    }

    /// <summary>Before looking for frames: what comes after it is not missed.</summary>
    public void Clear() => Volatile.Write(ref _state, Idle);

    /// <summary>Until it is set, at once when it was since <see cref="Clear"/>. One waiter.</summary>
    public ValueTask Wait()
    {
        _core.Reset();
        return Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle
            ? new ValueTask(this, _core.Version)
            : ValueTask.CompletedTask;
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);
}
