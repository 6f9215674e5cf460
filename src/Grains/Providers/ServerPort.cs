using Elizon.Catalog;
using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Grains.Providers;

/// <summary>What shall be created. The service id is the tag the server carries at the provider for ever.</summary>
[GenerateSerializer, Immutable, Alias("ServerSpec")]
public sealed record ServerSpec(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] string Name,
    [property: Id(3)] ServicePlan Plan
);

/// <summary>How far the provider is with setting a server up.</summary>
[GenerateSerializer, Alias("SetupState")]
public enum SetupState
{
    Installing,
    Ready,
    Failed,
}

/// <summary>A server as the provider shows it.</summary>
/// <param name="Tag">The service it belongs to by its tag; null when it carries none of ours.</param>
/// <param name="Ip">Address players connect to; a name when the provider has one.</param>
[GenerateSerializer, Immutable, Alias("ServerSeen")]
public sealed record ServerSeen(
    [property: Id(0)] ServerReference Server,
    [property: Id(1)] ServiceId? Tag,
    [property: Id(2)] SetupState Setup,
    [property: Id(3)] bool Suspended,
    [property: Id(4)] string? Ip,
    [property: Id(5)] int? Port,
    [property: Id(6)] string Name
);

/// <summary>Power signals every provider of servers knows.</summary>
[GenerateSerializer, Alias("PowerSignal")]
public enum PowerSignal
{
    Start,
    Stop,
    Restart,
    Kill,
}

/// <summary>Live figures and power state.</summary>
[GenerateSerializer, Immutable, Alias("ServerUsage")]
public sealed record ServerUsage(
    [property: Id(0)] ServiceStatus Status,
    [property: Id(1)] ServiceUsage Usage
);

/// <summary>A way into a console: never leaves the server process.</summary>
[GenerateSerializer, Immutable, Alias("ConsoleTicket")]
public sealed record ConsoleTicket(
    [property: Id(0)] string Socket,
    [property: Id(1)] string Token,
    [property: Id(2)] string Origin
);

/// <summary>A startup variable as the provider has it.</summary>
[GenerateSerializer, Immutable, Alias("ServerVariable")]
public sealed record ServerVariable([property: Id(0)] string Key, [property: Id(1)] string Value);

/// <summary>A game with what a create needs.</summary>
/// <param name="PanelId">The provider's own id.</param>
[GenerateSerializer, Immutable, Alias("EggDefinition")]
public sealed record EggDefinition(
    [property: Id(0)] EggView View,
    [property: Id(1)] string PanelId,
    [property: Id(2)] string Startup
);
