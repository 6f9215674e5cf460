namespace Elizon.Grains.Storage;

/// <summary>
/// Asks the database once for all that ask at the same time: the first question goes out at once, those that come
/// meanwhile share the next round trip. A fault is everyone's whose question was in it.
/// </summary>
/// <param name="ask">Answers in the order of the questions.</param>
internal sealed class SharedQuery<TQuestion, TAnswer>(
    Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> ask
)
{
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _asking;

    public Task<TAnswer> Ask(TQuestion question)
    {
        var waiting = new Waiting(question);
        lock (_lock)
        {
            _waiting.Add(waiting);
            if (_asking)
                return waiting.Answer.Task;
            _asking = true;
        }
        _ = AskAll();
        return waiting.Answer.Task;
    }

    private async Task AskAll()
    {
        // Off the grain that asked first: others' answers must not wait for its turn.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Next() is { Count: > 0 } together)
            await Ask(together);
    }

    private List<Waiting> Next()
    {
        lock (_lock)
        {
            var together = _waiting;
            _waiting = [];
            _asking = together.Count > 0;
            return together;
        }
    }

    private async Task Ask(List<Waiting> together)
    {
        try
        {
            var answers = await ask([.. together.Select(w => w.Question)]);
            for (var i = 0; i < together.Count; i++)
                together[i].Answer.SetResult(answers[i]);
        }
        catch (Exception error)
        {
            foreach (var one in together)
                one.Answer.TrySetException(error);
        }
    }

    private sealed record Waiting(TQuestion Question)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
