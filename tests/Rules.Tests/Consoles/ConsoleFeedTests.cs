using Elizon.Consoles;
using Elizon.Grains.Consoles;
using Elizon.Grains.Providers;
using Elizon.Services;
using Microsoft.Extensions.Time.Testing;

namespace Elizon.Rules.Tests.Consoles;

public sealed class ConsoleFeedTests
{
    private readonly ConsoleFeed _feed = new(
        new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(1))
    );

    private void Take(params UpstreamEvent[] events)
    {
        foreach (var happened in events)
            _feed.Take(happened);
    }

    private static UpstreamEvent.Line[] Lines(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => new UpstreamEvent.Line($"line {n}"))];

    private static string[] Texts(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => $"line {n}")];

    [Fact]
    public void Lines_of_one_tick_share_a_batch_and_are_numbered()
    {
        _feed.Adopt(null);
        Take(Lines(0, 3));
        var batch = _feed.Flush()!;
        Assert.Equal(Texts(0, 3), batch.Lines);
        Assert.Equal(3, batch.Last.Seq);
    }

    [Fact]
    public void A_tick_without_news_makes_no_batch()
    {
        _feed.Adopt(null);
        Assert.Null(_feed.Flush());
    }

    [Fact]
    public void A_reconnect_brings_only_what_was_missed()
    {
        _feed.Adopt(null);
        Take(Lines(0, 10));
        _feed.Flush();
        Take([
            new UpstreamEvent.ReplayBegan(150),
            .. Lines(0, 14),
            new UpstreamEvent.ReplayEnded(),
        ]);
        var batch = _feed.Flush()!;
        Assert.Equal(Texts(10, 4), batch.Lines);
        Assert.Null(batch.Gap);
    }

    [Fact]
    public void A_new_activation_goes_on_from_a_watchers_tail()
    {
        _feed.Adopt(new ConsoleTail(new ConsolePosition(7, 500), Texts(400, 100)));
        Take([
            new UpstreamEvent.ReplayBegan(150),
            .. Lines(355, 150),
            new UpstreamEvent.ReplayEnded(),
        ]);
        var batch = _feed.Flush()!;
        Assert.Equal(Texts(500, 5), batch.Lines);
        Assert.Equal(new ConsolePosition(7, 505), batch.Last);
    }

    [Fact]
    public void A_tail_that_comes_after_the_replay_still_counts()
    {
        _feed.Adopt(null);
        Take([
            new UpstreamEvent.ReplayBegan(150),
            .. Lines(355, 150),
            new UpstreamEvent.ReplayEnded(),
        ]);
        _feed.Flush();
        var tail = new ConsoleTail(new ConsolePosition(7, 500), Texts(400, 100));
        _feed.Adopt(tail);
        var batch = _feed.Since(tail.Last);
        Assert.Equal(Texts(500, 5), batch.Lines);
        Assert.Equal(new ConsolePosition(7, 505), batch.Last);
    }

    [Fact]
    public void A_second_replay_settles_the_order_of_a_mixed_first_one()
    {
        _feed.Adopt(null);
        Take(Lines(0, 10));
        _feed.Flush();
        UpstreamEvent.Line[] mixed = [.. Lines(0, 11), .. Lines(13, 1), .. Lines(11, 2)];
        Take([
            new UpstreamEvent.ReplayBegan(150),
            .. mixed,
            new UpstreamEvent.ReplayBegan(150),
            .. Lines(0, 15),
            new UpstreamEvent.ReplayEnded(),
        ]);
        Assert.Equal(Texts(10, 5), _feed.Flush()!.Lines);
    }

    [Fact]
    public void A_watcher_of_another_epoch_is_told_of_the_gap()
    {
        _feed.Adopt(null);
        Take(Lines(0, 3));
        _feed.Flush();
        var batch = _feed.Since(new ConsolePosition(1, 1));
        Assert.Equal(Texts(0, 3), batch.Lines);
        Assert.Equal(new ConsolePosition(1, 1), batch.Gap!.After);
    }

    [Fact]
    public void A_change_of_state_is_in_the_next_batch_once()
    {
        _feed.Adopt(null);
        Take(new UpstreamEvent.State(ServiceStatus.Running));
        Assert.Equal(ServiceStatus.Running, _feed.Flush()!.Status);
        Assert.Null(_feed.Flush());
    }

    [Fact]
    public void Lines_dropped_under_a_flood_are_a_gap_of_known_size()
    {
        _feed.Adopt(null);
        Take(new UpstreamEvent.Dropped(12), new UpstreamEvent.Line("next"));
        Assert.Equal(12, _feed.Flush()!.Gap!.AtMost);
    }
}
