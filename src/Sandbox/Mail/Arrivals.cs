namespace Elizon.Sandbox.Mail;

/// <summary>Tells waiting readers that mail came in.</summary>
internal sealed class Arrivals
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next arrival; take it BEFORE looking, or one may slip through.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Announce() =>
        Interlocked
            .Exchange(
                ref _next,
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            )
            .SetResult();
}
