using System.Collections.Concurrent;
using Elizon.Grains.Storage;
using Elizon.Providers;

namespace Elizon.Grains.Providers;

/// <summary>The line's memory: the latest calls, and what the provider said about its limits. Thread-safe.</summary>
internal sealed class LineCalls(TimeProvider clock)
{
    private const int Kept = 200;

    private readonly ConcurrentQueue<ProviderCall> _calls = new();
    private readonly ConcurrentDictionary<string, int> _budgets = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _blocked = new();

    public ProviderCall[] Latest => [.. _calls.Reverse()];

    public Dictionary<string, int> Budgets => _budgets.ToDictionary();

    public void Note(string method, string path, int status, TimeSpan took, string? error)
    {
        _calls.Enqueue(
            new ProviderCall(
                clock.GetUtcNow(),
                method,
                path,
                status,
                (int)took.TotalMilliseconds,
                error
            )
        );
        while (_calls.Count > Kept)
            _calls.TryDequeue(out _);
        StorageMetrics.Upstream("panel", status, took);
    }

    public void Budget(string api, int remaining) => _budgets[api] = remaining;

    /// <summary>The provider asked to wait.</summary>
    public void Block(string api, TimeSpan pause) => _blocked[api] = clock.GetUtcNow() + pause;

    /// <summary>How long this part of the provider must still be left alone.</summary>
    public TimeSpan Wait(string api) =>
        _blocked.TryGetValue(api, out var until) && until > clock.GetUtcNow()
            ? until - clock.GetUtcNow()
            : TimeSpan.Zero;
}
