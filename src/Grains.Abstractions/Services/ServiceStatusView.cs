namespace Elizon.Services;

/// <summary>What a service does right now.</summary>
/// <param name="SeenAt">When the provider was asked; null when it never answered.</param>
/// <param name="Live">False: the provider did not answer in time, these are the last known values.</param>
/// <param name="Usage">Null when nothing was measured yet.</param>
[GenerateSerializer, Immutable, Alias("ServiceStatusView")]
public sealed record ServiceStatusView(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] ServiceStatus Status,
    [property: Id(2)] DateTimeOffset? SeenAt,
    [property: Id(3)] bool Live,
    [property: Id(4)] ServiceUsage? Usage
);

/// <param name="Cpu">Percent of one core; 250 are two and a half.</param>
/// <param name="Memory">Bytes.</param>
/// <param name="MemoryLimit">Bytes; 0 without limit.</param>
/// <param name="Disk">Bytes.</param>
/// <param name="DiskLimit">Bytes; 0 without limit.</param>
/// <param name="NetworkIn">Bytes received since the last start.</param>
/// <param name="NetworkOut">Bytes sent since the last start.</param>
/// <param name="Uptime">Whole seconds since the last start; 0 when it is off.</param>
[GenerateSerializer, Immutable, Alias("ServiceUsage")]
public sealed record ServiceUsage(
    [property: Id(0)] double Cpu,
    [property: Id(1)] long Memory,
    [property: Id(2)] long MemoryLimit,
    [property: Id(3)] long Disk,
    [property: Id(4)] long DiskLimit,
    [property: Id(5)] long NetworkIn,
    [property: Id(6)] long NetworkOut,
    [property: Id(7)] long Uptime
);

/// <summary>One port of a service.</summary>
/// <param name="Name">A host name for the address, if the provider knows one.</param>
[GenerateSerializer, Immutable, Alias("ServiceAllocation")]
public sealed record ServiceAllocation(
    [property: Id(0)] string Id,
    [property: Id(1)] string Ip,
    [property: Id(2)] string? Name,
    [property: Id(3)] int Port,
    [property: Id(4)] string? Notes,
    [property: Id(5)] bool Primary
);
