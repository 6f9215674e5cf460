using System.Text.Json.Serialization;

namespace Elizon.Catalog;

/// <summary>What a server of a product gets.</summary>
/// <param name="Memory">MiB, 128 to 1,048,576.</param>
/// <param name="Disk">MiB, 256 to 16,777,216.</param>
/// <param name="Cpu">Percent of one core, 10 to 12,800.</param>
/// <param name="Swap">MiB, 0 to 65,536.</param>
/// <param name="Io">Block weight of the container, 10 to 1,000.</param>
/// <param name="Databases">0 to 100.</param>
/// <param name="Allocations">Ports, 1 to 100.</param>
/// <param name="Backups">0 to 100.</param>
[GenerateSerializer, Immutable, Alias("PlanLimits")]
public sealed record PlanLimits(
    [property: Id(0)] int Memory,
    [property: Id(1)] int Disk,
    [property: Id(2)] int Cpu,
    [property: Id(3)] int Swap = 0,
    [property: Id(4)] int Io = 500,
    [property: Id(5)] int Databases = 0,
    [property: Id(6)] int Allocations = 1,
    [property: Id(7)] int Backups = 0
)
{
    /// <summary>How much of one resource.</summary>
    public int Of(PlanResource resource) =>
        resource switch
        {
            PlanResource.Memory => Memory,
            PlanResource.Disk => Disk,
            PlanResource.Cpu => Cpu,
            PlanResource.Databases => Databases,
            PlanResource.Allocations => Allocations,
            PlanResource.Backups => Backups,
            _ => throw new ArgumentOutOfRangeException(nameof(resource)),
        };

    /// <summary>These limits with <paramref name="amount"/> more of one resource.</summary>
    public PlanLimits With(PlanResource resource, int amount) =>
        resource switch
        {
            PlanResource.Memory => this with { Memory = checked(Memory + amount) },
            PlanResource.Disk => this with { Disk = checked(Disk + amount) },
            PlanResource.Cpu => this with { Cpu = checked(Cpu + amount) },
            PlanResource.Databases => this with { Databases = checked(Databases + amount) },
            PlanResource.Allocations => this with { Allocations = checked(Allocations + amount) },
            PlanResource.Backups => this with { Backups = checked(Backups + amount) },
            _ => throw new ArgumentOutOfRangeException(nameof(resource)),
        };
}

/// <summary>A limit that can be bought in steps.</summary>
[GenerateSerializer, Alias("PlanResource")]
public enum PlanResource
{
    /// <summary>MiB</summary>
    [JsonStringEnumMemberName("memory")]
    Memory,

    /// <summary>MiB</summary>
    [JsonStringEnumMemberName("disk")]
    Disk,

    /// <summary>Percent of one core.</summary>
    [JsonStringEnumMemberName("cpu")]
    Cpu,

    [JsonStringEnumMemberName("databases")]
    Databases,

    [JsonStringEnumMemberName("allocations")]
    Allocations,

    [JsonStringEnumMemberName("backups")]
    Backups,
}
