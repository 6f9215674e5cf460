using Orleans.Concurrency;

namespace Elizon.Providers;

public partial interface IProviderGrain
{
    /// <summary>Settings without keys, the last sync and sweep.</summary>
    /// <exception cref="Refusal">NotFound: nobody configured it.</exception>
    [Alias("Show")]
    Task<ProviderView> Show(Caller by);

    /// <summary>Line, keys, rights, locations, nodes, ports, clock, eggs: each checked, none repaired.</summary>
    [Alias("Test"), AlwaysInterleave, ResponseTimeout("00:02:00")]
    Task<ProviderCheck[]> Test(Caller by);

    /// <summary>The line's breakers, budgets and latest calls.</summary>
    [Alias("Line"), AlwaysInterleave]
    Task<ProviderLineView> Line(Caller by);
}

/// <summary>All providers. Stateless; reads the record table.</summary>
[Alias("IProviderReader")]
public interface IProviderReader : IGrainWithIntegerKey
{
    [Alias("List")]
    Task<ProviderView[]> List(Caller by);
}
