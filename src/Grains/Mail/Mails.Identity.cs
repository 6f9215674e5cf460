namespace Elizon.Grains.Mail;

/// <summary>About accounts, logins and keys.</summary>
internal static partial class Mails
{
    /// <param name="address">The unverified address; nothing that was typed into the form goes into this mail.</param>
    /// <param name="sealedCode">Sealed by the caller.</param>
    public static SendMail Activation(string address, string locale, string sealedCode) =>
        new("activation", null, address, locale, [], new() { ["code"] = sealedCode });

    /// <summary>Someone registered with an address that has an account already.</summary>
    public static SendMail AddressTaken(string address, string locale) =>
        new("address-taken", null, address, locale, []);

    public static SendMail PasswordReset(UserId user, string sealedToken) =>
        To(user, "password-reset", [], new() { ["token"] = sealedToken });

    public static SendMail PasswordChanged(UserId user, DateTimeOffset at) =>
        To(user, "password-changed", new() { ["at"] = Instant(at) });

    public static SendMail NewApiKey(
        UserId user,
        string name,
        string[] scopes,
        DateTimeOffset at
    ) =>
        To(
            user,
            "new-api-key",
            new()
            {
                ["name"] = name,
                ["scopes"] = string.Join(", ", scopes),
                ["at"] = Instant(at),
            }
        );
}
