using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>Steps of work at the provider. The words are shown to customers.</summary>
internal enum OperationStep
{
    /// <summary>Look for our tag, create what is missing.</summary>
    Create,

    /// <summary>The provider installs the game.</summary>
    Install,

    /// <summary>It could not be set up: nothing of it may be left before the money goes back.</summary>
    CleanUp,

    /// <summary>The one call of every other kind.</summary>
    Call,
}

/// <summary>Another size for a server.</summary>
/// <param name="Change">The contract's name of it.</param>
/// <param name="Before">What the server has until then, and keeps when the provider refuses.</param>
internal sealed record SizeChange(string Change, PlanLimits Before, PlanLimits After, bool Restart);

/// <summary>
/// A piece of long work in the state of its service. Each attempt is persisted before the provider is called, has a lease,
/// and may be made again: the worker looks up before it creates.
/// </summary>
/// <param name="Attempt">Number of the running or last attempt; a report of another is stale.</param>
/// <param name="NextAt">When the service looks at it again: for the next attempt, or whether the worker still lives.</param>
/// <param name="LeaseUntil">While an attempt runs; null between attempts.</param>
/// <param name="Silo">Where the attempt runs: a worker lives and dies with its silo.</param>
internal sealed record ServiceOperation(
    OperationId Id,
    OperationKind Kind,
    OperationState State,
    OperationStep Step,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset Deadline,
    DateTimeOffset NextAt
)
{
    public int Attempts { get; init; }

    /// <summary>Tries since the last progress; sets the pause.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public string? Silo { get; init; }

    public bool Reinstalled { get; init; }

    /// <summary>The installation failed: the next attempt sets it up again.</summary>
    public bool MustReinstall { get; init; }

    public string? Error { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ServiceAction? Action { get; init; }

    public ImmutableDictionary<string, string>? Variables { get; init; }

    /// <summary>For a change of size.</summary>
    public SizeChange? Size { get; init; }

    /// <summary>What is added or taken away.</summary>
    public ServiceId? AddOn { get; init; }

    public int Progress =>
        this switch
        {
            { State: OperationState.Done or OperationState.Refunded } => 100,
            { Kind: OperationKind.Provision, Step: OperationStep.Create, Attempts: 0 } => 0,
            { Kind: OperationKind.Provision, Step: OperationStep.Create } => 20,
            { Kind: OperationKind.Provision, Step: OperationStep.Install } => 60,
            { Kind: OperationKind.Provision } => 90,
            { Attempts: 0 } => 0,
            _ => 50,
        };

    public bool IsOpen =>
        State is OperationState.Waiting or OperationState.Running or OperationState.Stuck;

    /// <summary>As it ends well, whatever went wrong before.</summary>
    public ServiceOperation Done() =>
        this with
        {
            State = OperationState.Done,
            Error = null,
            Detail = null,
        };

    public OperationView ToView(ServiceId service) =>
        new(
            Id,
            Kind,
            service,
            State,
            Step.ToString().ToLowerInvariant(),
            Progress,
            Attempts,
            StartedAt,
            UpdatedAt,
            Deadline,
            EndedAt,
            Error
        );
}
