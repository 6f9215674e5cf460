namespace Elizon.Services;

/// <summary>What services refuse, one sentence each.</summary>
public static class ServiceRefusals
{
    public static Refusal NotFound() => CommonRefusals.NotFound("service");

    public static Refusal Provisioning() =>
        new(
            RefusalKind.Conflict,
            "service.provisioning",
            "The service is still being set up; see its operation."
        );

    public static Refusal Suspended() =>
        new(
            RefusalKind.Conflict,
            "service.suspended",
            "The service is suspended. Pay what is overdue, or ask support."
        );

    public static Refusal Failed() =>
        new(
            RefusalKind.Conflict,
            "service.failed",
            "The service could not be set up; its price went back to the balance."
        );

    public static Refusal Deleted() =>
        new(RefusalKind.Conflict, "service.deleted", "The service is cancelled and deleted.");

    public static Refusal NotRunning() =>
        new(RefusalKind.Conflict, "service.notRunning", "The server is not running.");

    public static Refusal Busy() =>
        new(
            RefusalKind.Conflict,
            "service.busy",
            "Too much is waiting to be done on this service; try again when it is through.",
            retryAfterSeconds: 30
        );

    public static Refusal Unsupported(string action) =>
        new(RefusalKind.Invalid, "service.unsupported", $"This product cannot do '{action}'.");

    public static Refusal NothingToRetry() =>
        new(
            RefusalKind.Conflict,
            "service.nothingToRetry",
            "No operation of this service is open."
        );

    public static Refusal NotPaid() =>
        new(
            RefusalKind.PaymentRequired,
            "service.notPaid",
            "No paid order line of yours is named. Order and pay it with POST /api/checkout."
        );

    public static Refusal Variables(string[] faults) =>
        new(
            RefusalKind.Invalid,
            "variables.invalid",
            "Validation failed for egg variables",
            faults
        );
}
