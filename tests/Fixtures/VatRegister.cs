using System.Collections.Concurrent;
using Elizon.Grains.Providers;

namespace Elizon.Fixtures;

/// <summary>
/// The register of VAT ids of an in-process cluster: says what a test told it about an id, and "not valid" of all others.
/// The real line is tested against the sandbox in Providers.Tests.
/// </summary>
public sealed class VatRegister(TimeProvider clock) : IVatRegister
{
    private readonly ConcurrentDictionary<string, bool?> _known = new();
    private readonly ConcurrentQueue<ProviderCall> _calls = new();

    /// <summary>What it was asked, in its order.</summary>
    public IReadOnlyList<ProviderCall> Calls => [.. _calls];

    /// <summary>From now on the id is valid, or not; null: the register cannot tell.</summary>
    public void Says(string vatId, bool? valid) => _known[vatId] = valid;

    /// <summary>How often it was asked about an id.</summary>
    public int Asked(string vatId) => _calls.Count(c => c.What == vatId);

    Task<Outcome<VatIdAnswer>> IVatRegister.Ask(VatIdQuestion question, TimeSpan patience)
    {
        var id = question.VatId.Text;
        _calls.Enqueue(new ProviderCall(clock.GetUtcNow(), id));
        return Task.FromResult(
            _known.GetValueOrDefault(id, false) is { } valid
                ? Outcome<VatIdAnswer>.Done(
                    new VatIdAnswer(valid, $"CONSULTATION-{Asked(id)}", null, null, null)
                )
                : Outcome<VatIdAnswer>.Unknown("MS_UNAVAILABLE")
        );
    }
}
