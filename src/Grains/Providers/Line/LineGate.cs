using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;

namespace Elizon.Grains.Providers.Line;

/// <summary>
/// Lets calls through to one provider: so many at a time, and none for a while to a part that failed too often, so that a
/// node in a black hole slows nobody else.
/// </summary>
internal sealed class LineGate : IDisposable
{
    private const int Parallel = 16;
    private readonly SemaphoreSlim _free = new(Parallel);
    private readonly ConcurrentDictionary<string, Part> _parts = new();

    /// <summary>Parts that are not called right now.</summary>
    public string[] Closed =>
        [
            .. _parts
                .Where(p =>
                    p.Value.State.CircuitState is CircuitState.Open or CircuitState.Isolated
                )
                .Select(p => p.Key)
                .Order(),
        ];

    public async Task<Outcome<T>> Pass<T>(string part, Func<Task<Outcome<T>>> call)
    {
        var breaker = _parts.GetOrAdd(part, _ => new Part());
        var passed = Outcome<T>.Unknown("Not called.");
        await _free.WaitAsync();
        try
        {
            await breaker.Pipeline.ExecuteAsync(async _ =>
            {
                passed = await call();
                if (passed.Kind == OutcomeKind.Unknown || passed.For == RefusedFor.Down)
                    throw new PartFailedException();
            });
            return passed;
        }
        catch (BrokenCircuitException)
        {
            return Outcome<T>.Refused(
                RefusedFor.Down,
                $"{part} failed too often and is left alone for a moment."
            );
        }
        catch (PartFailedException)
        {
            return passed;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private sealed class PartFailedException : Exception;

    private sealed class Part
    {
        public Part() =>
            Pipeline = new ResiliencePipelineBuilder()
                .AddCircuitBreaker(
                    new CircuitBreakerStrategyOptions
                    {
                        ShouldHandle = new PredicateBuilder().Handle<PartFailedException>(),
                        FailureRatio = 0.6,
                        MinimumThroughput = 6,
                        SamplingDuration = TimeSpan.FromSeconds(30),
                        BreakDuration = TimeSpan.FromSeconds(10),
                        StateProvider = State,
                    }
                )
                .Build();

        public CircuitBreakerStateProvider State { get; } = new();

        public ResiliencePipeline Pipeline { get; }
    }
}
