namespace Elizon;

/// <summary>Why a command is refused; each kind maps to one HTTP status (design, section 9).</summary>
public enum RefusalKind
{
    /// <summary>400</summary>
    Invalid,

    /// <summary>401</summary>
    Unauthenticated,

    /// <summary>402</summary>
    PaymentRequired,

    /// <summary>403</summary>
    Forbidden,

    /// <summary>404, also for another customer's thing.</summary>
    NotFound,

    /// <summary>409</summary>
    Conflict,

    /// <summary>410</summary>
    Gone,

    /// <summary>429</summary>
    Limited,

    /// <summary>503: the outside system cannot be reached; nothing was changed.</summary>
    ProviderDown,
}

/// <summary>
/// The one error that crosses a grain boundary. Factories stand beside the grain interface of each feature; keys are
/// stable and documented. A rule throws it before it changes anything.
/// </summary>
[GenerateSerializer, Alias("Refusal")]
public sealed class Refusal(
    RefusalKind kind,
    string key,
    string message,
    string[]? validationErrors = null,
    int? retryAfterSeconds = null
) : Exception(message)
{
    [Id(0)]
    public RefusalKind Kind { get; } = kind;

    /// <summary>Machine-readable, as in "subscription.alreadyCancelled".</summary>
    [Id(1)]
    public string Key { get; } = key;

    /// <summary>Every fault found, one sentence each; empty when the message says it all.</summary>
    [Id(2)]
    public string[] ValidationErrors { get; } = validationErrors ?? [];

    /// <summary>Seconds until another try makes sense, for <see cref="RefusalKind.Limited"/> and <see cref="RefusalKind.ProviderDown"/>.</summary>
    [Id(3)]
    public int? RetryAfterSeconds { get; } = retryAfterSeconds;
}

/// <summary>Refusals that every feature shares.</summary>
public static class CommonRefusals
{
    public static Refusal Invalid(params string[] errors) =>
        new(
            RefusalKind.Invalid,
            "request.invalid",
            errors.Length == 1 ? errors[0] : "Validation failed.",
            errors
        );

    public static Refusal NotFound(string what) =>
        new(RefusalKind.NotFound, "notFound", $"No such {what}.");

    public static Refusal Forbidden(string permission) =>
        new(
            RefusalKind.Forbidden,
            "permission.missing",
            $"This needs the permission '{permission}' on the resource."
        );

    public static Refusal SameKeyOtherBody() =>
        new(
            RefusalKind.Conflict,
            "idempotency.otherBody",
            "This Idempotency-Key was used with another body."
        );

    public static Refusal OutcomeUnknown() =>
        new(
            RefusalKind.ProviderDown,
            "outcome.unknown",
            "The outcome is not known yet. Repeat with the same Idempotency-Key, or look the thing up."
        );
}
