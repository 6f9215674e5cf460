using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Storage;

public sealed class SharedQueryTests
{
    private readonly TaskCompletionSource _began = Source();
    private readonly TaskCompletionSource _held = Source();
    private readonly SharedQuery<int, string> _query;
    private int _roundTrips;

    public SharedQueryTests() => _query = new(Answer);

    [Fact]
    public async Task What_is_asked_meanwhile_shares_the_next_round_trip_and_each_has_its_own_answer()
    {
        var first = await First();
        var later = new[] { _query.Ask(2), _query.Ask(3), _query.Ask(4) };
        _held.SetResult();
        Assert.Equal("1", await first);
        Assert.Equal(["2", "3", "4"], await Task.WhenAll(later));
        Assert.Equal(2, _roundTrips);
    }

    [Fact]
    public async Task A_fault_is_of_those_who_asked_together_and_of_nobody_after()
    {
        var first = await First();
        var (broken, beside) = (_query.Ask(-1), _query.Ask(2));
        _held.SetResult();
        Assert.Equal("1", await first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => beside);
        Assert.Equal("3", await _query.Ask(3));
    }

    private static TaskCompletionSource Source() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A question that is on its way and stays there until it is let go.</summary>
    private async Task<Task<string>> First()
    {
        var first = _query.Ask(1);
        await _began.Task;
        return first;
    }

    private async Task<IReadOnlyList<string>> Answer(IReadOnlyList<int> questions)
    {
        if (++_roundTrips == 1)
        {
            _began.SetResult();
            await _held.Task;
        }
        return questions.Any(q => q < 0)
            ? throw new InvalidOperationException("Refused.")
            : [.. questions.Select(q => $"{q}")];
    }
}
