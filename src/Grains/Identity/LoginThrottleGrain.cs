using Elizon.Grains.Storage;
using Orleans.Configuration;

namespace Elizon.Grains.Identity;

/// <summary>Slows down guessing at one account, wherever the guesses come from. Key: hash of the address, known or not.</summary>
[Alias("ILoginThrottle")]
internal interface ILoginThrottle : IGrainWithStringKey
{
    /// <summary>Takes a try; says how many seconds to wait when there is none left, else null.</summary>
    [Alias("Take")]
    Task<int?> Take();

    /// <summary>The right password was given: the tries are back.</summary>
    [Alias("Forgive")]
    Task Forgive();
}

/// <summary>
/// Ten tries at once, then one every 30 s: slow for a guesser, and the owner is never locked out for longer. In memory:
/// what a restart forgives is ten tries.
/// </summary>
[GrainType("login-throttle"), CollectionAgeLimit(Minutes = 10)]
internal sealed class LoginThrottleGrain([Wall] TimeProvider wall) : Grain, ILoginThrottle
{
    private const int Most = 10;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);

    /// <summary>When the bucket would be full again: each try moves it by one refill.</summary>
    private DateTimeOffset _full = DateTimeOffset.MinValue;

    public Task<int?> Take()
    {
        var now = wall.GetUtcNow();
        var full = (_full > now ? _full : now) + Refill;
        var wait = full - now - (Most * Refill);
        if (wait > TimeSpan.Zero)
            return Task.FromResult<int?>((int)Math.Ceiling(wait.TotalSeconds));
        _full = full;
        return Task.FromResult<int?>(null);
    }

    public Task Forgive()
    {
        _full = DateTimeOffset.MinValue;
        return Task.CompletedTask;
    }
}
