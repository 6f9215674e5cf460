using CsCheck;
using Elizon.Grains.Consoles;

namespace Elizon.Rules.Tests.Consoles;

public sealed class ReplayAlignmentTests
{
    private const int Replay = 150;

    private static string[] Lines(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => $"line {n}")];

    [Fact]
    public void Goes_on_behind_the_last_known_line() =>
        Assert.Equal(Lines(100, 20), ReplayAlignment.Align(Lines(0, 100), Lines(20, 100)).New);

    [Fact]
    public void Adds_nothing_when_nothing_was_missed()
    {
        var aligned = ReplayAlignment.Align(Lines(0, 200), Lines(50, 150));
        Assert.Empty(aligned.New);
        Assert.False(aligned.Gap);
    }

    [Fact]
    public void Says_gap_when_more_passed_than_the_replay_holds()
    {
        var aligned = ReplayAlignment.Align(Lines(0, 100), Lines(300, 150));
        Assert.True(aligned.Gap);
        Assert.Null(aligned.AtMost);
        Assert.Equal(Lines(300, 150), aligned.New);
    }

    [Fact]
    public void Says_gap_with_its_size_when_repeated_lines_leave_the_place_open()
    {
        var aligned = ReplayAlignment.Align(["a", "b", "a", "b"], ["a", "b", "a", "b", "c"]);
        Assert.Equal(["c"], aligned.New);
        Assert.Equal((true, 2), (aligned.Gap, aligned.AtMost));
    }

    [Fact]
    public void Takes_all_of_a_first_replay() =>
        Assert.Equal(Lines(0, 40), ReplayAlignment.Align([], Lines(0, 40)).New);

    [Fact]
    public void Shows_a_live_line_from_before_a_first_replay_once() =>
        Assert.Equal(Lines(0, 40), ReplayAlignment.Align([], ["line 39", .. Lines(0, 40)]).New);

    [Fact]
    public void Shows_a_live_line_from_before_the_replay_once() =>
        Assert.Equal(
            Lines(100, 20),
            ReplayAlignment.Align(Lines(0, 100), ["line 119", .. Lines(20, 100)]).New
        );

    [Fact]
    public void Puts_a_live_line_that_is_younger_than_the_replay_behind_it() =>
        Assert.Equal(
            Lines(100, 21),
            ReplayAlignment
                .Align(Lines(0, 100), [.. Lines(20, 50), "line 120", .. Lines(70, 50)])
                .New
        );

    /// <summary>
    /// Distinct lines, any cut that leaves the replay more known lines than live ones are mixed in: every line once and in
    /// order.
    /// </summary>
    [Fact]
    public void Loses_and_doubles_nothing_that_the_replay_still_holds() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, Replay - 4], Gen.Int[0, 2], Gen.Int[0, 3])
            .Sample(
                (known, missed, early, late) =>
                {
                    var total = known + missed;
                    var start = Math.Max(0, total - Replay);
                    // Early ones were printed before the replay was taken, so they are in it again.
                    string[] received =
                    [
                        .. Lines(total - Math.Min(early, missed), Math.Min(early, missed)),
                        .. Lines(start, total - start),
                        .. Lines(total, late),
                    ];
                    var aligned = ReplayAlignment.Align(
                        Lines(Math.Max(0, known - 300), Math.Min(known, 300)),
                        received
                    );
                    return !aligned.Gap && aligned.New.SequenceEqual(Lines(known, missed + late));
                }
            );
}
