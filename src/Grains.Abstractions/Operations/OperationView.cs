namespace Elizon.Operations;

/// <summary>What long work is about.</summary>
[GenerateSerializer, Alias("OperationKind")]
public enum OperationKind
{
    Provision,
    Power,
    Variables,
    Rename,
    Suspend,
    Unsuspend,
    Delete,

    /// <summary>More or fewer resources.</summary>
    Resize,

    /// <summary>Something that was ordered for a running service is added.</summary>
    AddOn,

    /// <summary>Its contract has ended, and it is taken away.</summary>
    RemoveAddOn,
}

/// <summary>Where it stands. The last four are final.</summary>
[GenerateSerializer, Alias("OperationState")]
public enum OperationState
{
    /// <summary>Behind another operation of the same service.</summary>
    Waiting,
    Running,

    /// <summary>Past its deadline or refused for good, and handed to staff; still tried now and then.</summary>
    Stuck,
    Done,
    Failed,

    /// <summary>Failed, nothing is left at the provider, the money is back.</summary>
    Refunded,

    /// <summary>A later command took its place.</summary>
    Canceled,
}

/// <summary>A piece of long work as customers see it.</summary>
/// <param name="Step">What is being done, one word.</param>
/// <param name="Progress">Percent, for a progress bar; only a rough sign.</param>
/// <param name="Attempts">How often the provider was called for it.</param>
/// <param name="Deadline">When it ends as failed or goes to staff, UTC.</param>
/// <param name="Error">Why the last try failed, in a sentence without internals.</param>
[GenerateSerializer, Immutable, Alias("OperationView")]
public sealed record OperationView(
    [property: Id(0)] OperationId Id,
    [property: Id(1)] OperationKind Kind,
    [property: Id(2)] ServiceId Service,
    [property: Id(3)] OperationState State,
    [property: Id(4)] string Step,
    [property: Id(5)] int Progress,
    [property: Id(6)] int Attempts,
    [property: Id(7)] DateTimeOffset StartedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt,
    [property: Id(9)] DateTimeOffset Deadline,
    [property: Id(10)] DateTimeOffset? EndedAt,
    [property: Id(11)] string? Error
);

/// <summary>An operation with what only staff may read.</summary>
/// <param name="Detail">The provider's own words about the last failure.</param>
[GenerateSerializer, Immutable, Alias("StaffOperationView")]
public sealed record StaffOperationView(
    [property: Id(0)] OperationView Operation,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] ProviderId Provider,
    [property: Id(3)] string? Detail
);
