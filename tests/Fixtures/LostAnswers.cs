using System.Collections.Concurrent;

namespace Elizon.Fixtures;

/// <summary>Calls whose effect happens and whose answer never arrives: the caller knows nothing.</summary>
public sealed class LostAnswers : IIncomingGrainCallFilter
{
    private static readonly ConcurrentDictionary<(string Method, string Key), bool> Next = new();

    /// <summary>The next answer of this method of the grain with this key is lost.</summary>
    public static void LoseOne(string method, string key) => Next[(method, key)] = true;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        var key = context.TargetContext.GrainId.Key.ToString()!;
        if (Next.TryRemove((context.MethodName, key), out _))
            throw new TimeoutException("The answer was lost.");
    }
}
