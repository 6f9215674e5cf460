namespace Elizon.Banking;

/// <summary>What banking refuses.</summary>
public static class BankingRefusals
{
    public static Refusal FileInvalid(string fault) =>
        new(RefusalKind.Invalid, "bank.fileInvalid", fault, [fault]);

    public static Refusal NotQueued() =>
        new(
            RefusalKind.Conflict,
            "bank.notQueued",
            "The transaction does not wait for a decision."
        );

    public static Refusal NotACredit() =>
        new(RefusalKind.Conflict, "bank.notACredit", "The transaction brought no money.");

    public static Refusal NoWayBack() =>
        new(
            RefusalKind.Conflict,
            "bank.noWayBack",
            "The bank names no account that the money came from."
        );

    public static Refusal NothingToPay() =>
        new(RefusalKind.Conflict, "payout.none", "No payout waits for a file.");

    public static Refusal FileInUse() =>
        new(
            RefusalKind.Conflict,
            "payout.fileInUse",
            "Payouts of this file were carried out, came back or were rejected already."
        );
}
