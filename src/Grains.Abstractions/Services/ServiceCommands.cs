using Elizon.Providers;

namespace Elizon.Services;

/// <summary>What a customer changes about a service; null leaves as it is.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Notes">At most 2,000 characters; empty removes them.</param>
[GenerateSerializer, Immutable, Alias("ServiceUpdate")]
public sealed record ServiceUpdate([property: Id(0)] string? Name, [property: Id(1)] string? Notes);

/// <summary>An action that was taken on; the operation tells how it ends.</summary>
[GenerateSerializer, Immutable, Alias("StartedAction")]
public sealed record StartedAction(
    [property: Id(0)] ServiceAction Action,
    [property: Id(1)] ServiceStatus Status,
    [property: Id(2)] OperationId OperationId
);

/// <summary>Startup variables after a change, and the operation that brings them to the provider; null when nothing changed.</summary>
[GenerateSerializer, Immutable, Alias("ChangedVariables")]
public sealed record ChangedVariables(
    [property: Id(0)] StartupVariable[] Variables,
    [property: Id(1)] OperationId? OperationId
);

/// <summary>A startup variable with the value this service has.</summary>
[GenerateSerializer, Immutable, Alias("StartupVariable")]
public sealed record StartupVariable(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] string Description,
    [property: Id(3)] string Value,
    [property: Id(4)] string DefaultValue,
    [property: Id(5)] bool Editable,
    [property: Id(6)] string Rules
);

/// <summary>Why a service is suspended.</summary>
[GenerateSerializer, Alias("Suspension")]
public enum Suspension
{
    /// <summary>An invoice is overdue; payment lifts it.</summary>
    Payment,

    /// <summary>The house decided so; only staff lifts it.</summary>
    Staff,
}
