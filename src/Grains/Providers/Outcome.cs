namespace Elizon.Grains.Providers;

/// <summary>How a call to the outside world ended.</summary>
[GenerateSerializer, Alias("OutcomeKind")]
public enum OutcomeKind
{
    /// <summary>It was done, and we have the answer.</summary>
    Done,

    /// <summary>It was not done, and repeating it as it is will not help.</summary>
    Refused,

    /// <summary>It may or may not have been done: look it up before anything is repeated.</summary>
    Unknown,
}

/// <summary>Why something was refused, in our words.</summary>
[GenerateSerializer, Alias("RefusedFor")]
public enum RefusedFor
{
    None,

    /// <summary>What we sent is not acceptable.</summary>
    Invalid,

    /// <summary>The thing does not exist there (any more).</summary>
    Missing,

    /// <summary>No room: node full, no free port.</summary>
    Capacity,

    /// <summary>Not in this state: installing, suspended, restoring, a power action under way.</summary>
    State,

    /// <summary>It carries another owner's tag, or none: not ours to touch.</summary>
    NotOurs,

    /// <summary>Our keys or rights do not suffice.</summary>
    Rights,

    /// <summary>The provider is down or closed by the breaker; nothing was sent, trying later helps.</summary>
    Down,
}

/// <summary>The result of a call to the outside world; vendor answers and errors stop before it.</summary>
/// <param name="Reason">For staff and logs: the provider's own words, without keys and personal data.</param>
[GenerateSerializer, Immutable, Alias("Outcome`1")]
public readonly record struct Outcome<T>(
    [property: Id(0)] OutcomeKind Kind,
    [property: Id(1)] T? Value,
    [property: Id(2)] RefusedFor For,
    [property: Id(3)] string? Reason
)
{
    public bool IsDone => Kind == OutcomeKind.Done;

    public static Outcome<T> Done(T value) => new(OutcomeKind.Done, value, RefusedFor.None, null);

    public static Outcome<T> Refused(RefusedFor why, string reason) =>
        new(OutcomeKind.Refused, default, why, reason);

    public static Outcome<T> Unknown(string reason) =>
        new(OutcomeKind.Unknown, default, RefusedFor.None, reason);

    /// <summary>The same failure for another type of answer.</summary>
    public Outcome<TOther> As<TOther>() => new(Kind, default, For, Reason);
}

/// <summary>An answer that says nothing but that it was done.</summary>
[GenerateSerializer, Immutable, Alias("Nothing")]
public readonly record struct Nothing;
