using System.Text.Json.Serialization;

namespace Elizon.Catalog;

/// <summary>The catalogue of the house as one aggregate. There is one: <see cref="CatalogGrains.Catalog"/>.</summary>
[Alias("ICatalogGrain")]
public interface ICatalogGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the catalogue what the document says, in one commit with its audit row. A price that changes becomes a new
    /// version; what is gone is withdrawn but kept for the services that were sold. The same document again changes nothing.
    /// </summary>
    /// <param name="reconnected">Providers whose login changed: recorded with the other changes.</param>
    /// <exception cref="Refusal">Invalid with every fault; Conflict "catalog.wouldWithdraw" unless <see cref="ApplyOptions.Prune"/> is set.</exception>
    [Alias("Apply")]
    Task<CatalogApplied> Apply(
        CatalogDocument document,
        ProviderId[] reconnected,
        ApplyOptions options,
        Caller by
    );

    /// <summary>The catalogue in force as a document without secrets; applying it changes nothing.</summary>
    [Alias("Show")]
    Task<CatalogDocument> Show();
}

/// <summary>Applies a document with everything around it: providers, their eggs, then the catalogue. Stateless.</summary>
[Alias("ICatalogAdmin")]
public interface ICatalogAdmin : IGrainWithIntegerKey
{
    /// <summary>
    /// Validates the document, connects its providers, checks that the eggs exist there and commits the catalogue. When it
    /// refuses, the catalogue is as it was; a provider's connection may have been stored, which alone sells nothing.
    /// </summary>
    /// <exception cref="Refusal">Invalid with every fault by its place; ProviderDown when eggs cannot be checked.</exception>
    [Alias("Apply"), ResponseTimeout("00:03:00")]
    Task<CatalogApplied> Apply(CatalogDocument document, ApplyOptions options, Caller by);
}

/// <param name="DryRun">Says what would change and changes nothing.</param>
/// <param name="Prune">Allows products, categories and locations to be withdrawn.</param>
[GenerateSerializer, Immutable, Alias("ApplyOptions")]
public readonly record struct ApplyOptions(
    [property: Id(0)] bool DryRun,
    [property: Id(1)] bool Prune
);

/// <summary>What an apply did, or would do.</summary>
/// <param name="Revision">Of the catalogue, one more with every apply that changes something.</param>
[GenerateSerializer, Immutable, Alias("CatalogApplied")]
public sealed record CatalogApplied(
    [property: Id(0)] long Revision,
    [property: Id(1)] bool DryRun,
    [property: Id(2)] CatalogChange[] Changes
);

[GenerateSerializer, Alias("CatalogChangeKind")]
public enum CatalogChangeKind
{
    [JsonStringEnumMemberName("added")]
    Added,

    [JsonStringEnumMemberName("changed")]
    Changed,

    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>One line of the difference.</summary>
/// <param name="Subject">"product/minecraft-s".</param>
/// <param name="Field">"prices.30"; null when the whole subject is meant.</param>
[GenerateSerializer, Immutable, Alias("CatalogChange")]
public sealed record CatalogChange(
    [property: Id(0)] CatalogChangeKind Kind,
    [property: Id(1)] string Subject,
    [property: Id(2)] string? Field = null,
    [property: Id(3)] string? Before = null,
    [property: Id(4)] string? After = null
);

/// <summary>Refusals of this feature.</summary>
public static class CatalogRefusals
{
    public static Refusal Faulty(IEnumerable<string> faults) =>
        new(
            RefusalKind.Invalid,
            "catalog.invalid",
            "The catalogue has faults; nothing was changed.",
            [.. faults]
        );

    public static Refusal WouldWithdraw(IEnumerable<string> subjects) =>
        new(
            RefusalKind.Conflict,
            "catalog.wouldWithdraw",
            "The document does not name things that are on sale. Apply it with 'prune' to withdraw them.",
            [.. subjects]
        );

    public static Refusal EggsUnknown(ProviderId provider) =>
        new(
            RefusalKind.ProviderDown,
            "catalog.eggsUnknown",
            $"The eggs of provider '{provider}' are not known and it cannot be reached; nothing was changed.",
            retryAfterSeconds: 10
        );

    public static Refusal SoldOut() =>
        new(RefusalKind.Conflict, "stock.soldOut", "Sold out at this location.");

    public static Refusal Settling() =>
        new(
            RefusalKind.Conflict,
            "stock.settling",
            "An earlier try of this order is being cleared up. Repeat in a moment.",
            retryAfterSeconds: 1
        );
}

/// <summary>The only way to the operator's grains of this feature.</summary>
public static class CatalogGrains
{
    public const string Key = "main";

    public static ICatalogGrain Catalog(this IGrainFactory grains) =>
        grains.GetGrain<ICatalogGrain>(Key);

    public static ICatalogAdmin CatalogAdmin(this IGrainFactory grains) =>
        grains.GetGrain<ICatalogAdmin>(0);
}
