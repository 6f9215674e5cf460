using Elizon.Catalog;
using Orleans.Concurrency;

namespace Elizon.Providers;

/// <summary>A game definition of a panel, as synced.</summary>
/// <param name="Key">Stable name made of the egg's name, such as "paper".</param>
/// <param name="Images">Docker images by label, first is the default.</param>
[GenerateSerializer, Immutable, Alias("EggView")]
public sealed record EggView(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] Dictionary<string, string> Images,
    [property: Id(3)] EggVariable[] Variables
);

/// <summary>A startup variable with its Laravel rules, such as "required|string|max:20".</summary>
[GenerateSerializer, Immutable, Alias("EggVariable")]
public sealed record EggVariable(
    [property: Id(0)] string Name,
    [property: Id(1)] string Description,
    [property: Id(2)] string Key,
    [property: Id(3)] string DefaultValue,
    [property: Id(4)] bool Viewable,
    [property: Id(5)] bool Editable,
    [property: Id(6)] string Rules
);

/// <summary>An egg with everything a create needs filled in.</summary>
[GenerateSerializer, Immutable, Alias("ChosenEgg")]
public sealed record ChosenEgg(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] string Image,
    [property: Id(3)] Dictionary<string, string> Environment
);

/// <summary>The synced eggs of one provider; key: <see cref="ProviderId"/>. Stateless, cached.</summary>
[Alias("IEggReader")]
public interface IEggReader : IGrainWithStringKey
{
    [Alias("All")]
    Task<EggView[]> All();

    /// <summary>
    /// Fills in defaults and checks what a customer chose against the egg's rules: only viewable and editable variables
    /// may be set.
    /// </summary>
    /// <exception cref="Refusal">Invalid with one sentence per fault ("Variable 'MAX_PLAYERS' must be a number").</exception>
    [Alias("Choose")]
    Task<ChosenEgg> Choose(string egg, string? image, Dictionary<string, string>? variables);
}

/// <summary>Where a provider is and how we log in. Secrets come in clear and are encrypted before they are stored.</summary>
/// <param name="Kind">"pterodactyl" or "proxmox".</param>
/// <param name="Url">Base address; configured by staff, so loopback is allowed.</param>
/// <param name="Secrets">By name: "applicationKey", "clientKey".</param>
/// <param name="Locations">Our location to the provider's (a panel's location short name).</param>
[GenerateSerializer, Immutable, Alias("ProviderSettings")]
public sealed record ProviderSettings(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Name,
    [property: Id(2)] string Url,
    [property: Id(3)] Dictionary<string, string> Secrets,
    [property: Id(4)] Dictionary<string, string> Locations
);

/// <summary>One panel or cluster: its settings, its health, its eggs. Key: <see cref="ProviderId"/>.</summary>
[Alias("IProviderGrain")]
public partial interface IProviderGrain : IGrainWithStringKey
{
    /// <summary>Stores the settings; true when something changed. An empty secret keeps the stored one.</summary>
    [Alias("Configure")]
    Task<bool> Configure(ProviderSettings settings, Caller by);

    /// <summary>Reads all eggs from the panel into the record table; says how many there are.</summary>
    [Alias("SyncEggs"), AlwaysInterleave, ResponseTimeout("00:02:00")]
    Task<int> SyncEggs(Caller by);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class ProvidersGrainFactory
{
    public static IEggReader Eggs(this IGrainFactory grains, ProviderId id) =>
        grains.GetGrain<IEggReader>(id.Value);

    public static IProviderGrain Provider(this IGrainFactory grains, ProviderId id) =>
        grains.GetGrain<IProviderGrain>(id.Value);

    public static IProviderReader ProviderReader(this IGrainFactory grains) =>
        grains.GetGrain<IProviderReader>(0);
}
