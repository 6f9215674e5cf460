namespace Elizon.Api.Rules;

/// <summary>What the gate says before a handler is asked.</summary>
public static class GateRefusals
{
    public static Refusal Unauthenticated() =>
        new(RefusalKind.Unauthenticated, "auth.required", "Authentication required");

    public static Refusal InvalidCredential() =>
        new(
            RefusalKind.Unauthenticated,
            "auth.invalid",
            "The session or API key is unknown, expired or revoked."
        );

    public static Refusal KeyInWrongHeader() =>
        new(
            RefusalKind.Unauthenticated,
            "auth.header",
            "An API key goes into the x-api-key header, a session token into 'Authorization: Bearer'."
        );

    public static Refusal SessionOnly() =>
        new(
            RefusalKind.Forbidden,
            "apikey.sessionOnly",
            "This endpoint needs a session; API keys cannot call it."
        );

    public static Refusal ScopeMissing(string scope) =>
        new(RefusalKind.Forbidden, "scope.missing", $"The API key lacks the scope '{scope}'.");

    public static Refusal Unverified() =>
        new(
            RefusalKind.Forbidden,
            "account.unverified",
            "Activate the account with the code from the e-mail first."
        );

    public static Refusal StaffRole(string role) =>
        new(RefusalKind.Forbidden, "staff.role", $"This needs the staff role '{role}'.");

    public static Refusal ForeignOrigin() =>
        new(
            RefusalKind.Forbidden,
            "origin.foreign",
            "A call with the session cookie must come from this site."
        );

    public static Refusal InternalOnly() =>
        new(RefusalKind.NotFound, "route.unknown", "No such endpoint.");

    public static Refusal Unguarded() =>
        new(RefusalKind.Forbidden, "route.unguarded", "This endpoint is closed.");

    public static Refusal RateLimited(int retryAfterSeconds) =>
        new(
            RefusalKind.Limited,
            "rate.limited",
            "Rate limit exceeded",
            retryAfterSeconds: retryAfterSeconds
        );

    public static Refusal OperationKey() =>
        new(
            RefusalKind.Invalid,
            "idempotency.key",
            "Idempotency-Key is given once and has 1 to 255 printable ASCII characters."
        );

    public static Refusal ReasonMissing() =>
        new(
            RefusalKind.Invalid,
            "reason.missing",
            "Say why in the header X-Reason or in 'reason' of the body, 3 to 500 characters."
        );
}
