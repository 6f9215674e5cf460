using System.Collections.Concurrent;
using Elizon.Grains.Providers;

namespace Elizon.Simulation.Outside;

/// <summary>The mail server of a simulation: refuses some mails for a while, counts each one's arrivals.</summary>
internal sealed class SimulatedMail(SimulationOptions options, Draw draw, TimeProvider clock)
    : IMail
{
    private readonly ConcurrentDictionary<long, int> _arrived = new();
    private readonly ConcurrentDictionary<string, string> _codes = new();

    public int Arrived => _arrived.Count;

    public int Doubled => _arrived.Values.Count(times => times > 1);

    /// <summary>The first mail to an address, which brings the code of the registration.</summary>
    public string First(string address) => _codes[address];

    public Task<MailOutcome> Send(Letter letter, CancellationToken cancellation = default)
    {
        // The first mail of a person brings the code that seeding waits for.
        var isFirst = _codes.TryAdd(letter.To, letter.Text);
        if (!isFirst && IsDown(letter.To))
            return Task.FromResult(MailOutcome.Later("451 4.3.0"));
        _arrived.AddOrUpdate(letter.Id, 1, (_, times) => times + 1);
        return Task.FromResult(MailOutcome.Sent);
    }

    /// <summary>A recipient's server is down at an instant, for whatever comes to it then.</summary>
    private bool IsDown(string address) =>
        draw.Happens(options.Faults / 10, $"{address}/{clock.GetUtcNow():O}/mail");
}
