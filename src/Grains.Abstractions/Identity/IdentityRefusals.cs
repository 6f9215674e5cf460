namespace Elizon.Identity;

/// <summary>What sign-up, login and the account refuse.</summary>
public static class IdentityRefusals
{
    public static Refusal RegistrationClosed() =>
        new(
            RefusalKind.Forbidden,
            "registration.closed",
            "Registration is closed for this kind of account."
        );

    public static Refusal TooManyRegistrations(int retryAfter) =>
        new(
            RefusalKind.Limited,
            "registration.tooMany",
            "There were too many registrations with this address. Try again later.",
            retryAfterSeconds: retryAfter
        );

    public static Refusal WrongLogin() =>
        new(
            RefusalKind.Unauthenticated,
            "login.wrong",
            "The e-mail address or the password is wrong."
        );

    public static Refusal TooManyTries(int retryAfter) =>
        new(
            RefusalKind.Limited,
            "login.tooMany",
            "Too many tries. Wait a moment.",
            retryAfterSeconds: retryAfter
        );

    public static Refusal WrongPassword() =>
        new(RefusalKind.Invalid, "password.wrong", "The current password is wrong.");

    public static Refusal WrongCode(int triesLeft) =>
        new(
            RefusalKind.Invalid,
            "code.wrong",
            triesLeft > 0
                ? $"The code is wrong. Tries left: {triesLeft}."
                : "The code is wrong. Ask for a new one."
        );

    public static Refusal CodeExpired() =>
        new(RefusalKind.Invalid, "code.expired", "The code is no longer valid. Ask for a new one.");

    public static Refusal CodeTooSoon(int retryAfter) =>
        new(
            RefusalKind.Limited,
            "code.tooSoon",
            "A code was sent a moment ago. Wait before you ask for another.",
            retryAfterSeconds: retryAfter
        );

    public static Refusal TooManyCodes() =>
        new(
            RefusalKind.Limited,
            "code.tooMany",
            "Too many codes were sent. Please contact support."
        );

    public static Refusal AlreadyVerified() =>
        new(RefusalKind.Conflict, "account.verified", "The account is active already.");

    public static Refusal AddressTaken() =>
        new(
            RefusalKind.Conflict,
            "account.addressTaken",
            "There is an account with this address by now. Sign in to it."
        );

    public static Refusal Unverified() =>
        new(
            RefusalKind.Forbidden,
            "account.unverified",
            "Activate the account with the code from the e-mail first."
        );

    public static Refusal WrongResetToken() =>
        new(
            RefusalKind.Invalid,
            "reset.invalid",
            "The link is not valid any more. Ask for a new one."
        );

    public static Refusal WrongInitToken() =>
        new(RefusalKind.Forbidden, "staff.initToken", "The token is not valid.");

    public static Refusal StaffExists() =>
        new(RefusalKind.Gone, "staff.exists", "There is a staff account already.");

    public static Refusal OwnRoles() =>
        new(RefusalKind.Forbidden, "staff.ownRoles", "Nobody changes their own staff rights.");
}
