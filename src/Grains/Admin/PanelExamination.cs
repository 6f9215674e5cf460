using Elizon.Admin;
using Elizon.Providers;

namespace Elizon.Grains.Admin;

/// <summary>Every configured provider, by its own test.</summary>
internal sealed class PanelExamination(IGrainFactory grains) : IExamination
{
    public string Name => "panels";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        var providers = await grains.ProviderReader().List(by);
        return providers.Length == 0
            ? [new Finding(Name, Verdict.Warn, "No provider is configured; nothing can be sold.")]
            : await Task.WhenAll(providers.Select(p => Examine(p.Id, by)));
    }

    private async Task<Finding> Examine(ProviderId id, Caller by)
    {
        var checks = await grains.Provider(id).Test(by);
        var failed = checks.Where(c => !c.Ok).ToArray();
        return new Finding(
            $"panel {id}",
            failed.Length == 0 ? Verdict.Ok : Verdict.Fail,
            failed.Length == 0
                ? $"{checks.Length} checks passed."
                : string.Join(" ", failed.Select(c => $"{c.Name}: {c.Detail}"))
        );
    }
}
