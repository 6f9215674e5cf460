using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal static partial class User
{
    public const int MostResetsPerDay = 10;
    public const string ResetPurpose = "reset-password";
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(1);

    /// <summary>
    /// A link to set a new password. Null when one was sent a moment ago or too many today: nobody is told, or the
    /// answer would say whether there is an account.
    /// </summary>
    public static Change<UserState>? AskReset(
        UserId id,
        UserState state,
        string tokenHash,
        string sealedToken,
        DateTimeOffset now
    )
    {
        if (state.VerifiedAt is null)
            return null;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var asked = state.Reset?.Day == today ? state.Reset.Asked : 0;
        if (state.Reset?.AskedAt + CodePause > now || asked >= MostResetsPerDay)
            return null;
        return new Change<UserState>(
            state with
            {
                Reset = new ResetTicket(tokenHash, now, now + ResetLife, today, asked + 1),
            }
        ).Send(SendMail.Box(id), Mails.PasswordReset(id, sealedToken));
    }

    public static void CheckReset(UserState state, string tokenHash, DateTimeOffset now)
    {
        if (
            state.Reset is not { TokenHash: { } kept } ticket
            || !OneTimeSecret.Equal(kept, tokenHash)
            || now >= ticket.ExpiresAt
        )
            throw IdentityRefusals.WrongResetToken();
    }

    /// <summary>Sets the password by the mailed token: the token is used up, every session ends.</summary>
    public static Change<UserState> Reset(
        UserId id,
        UserState state,
        string tokenHash,
        string passwordHash,
        DateTimeOffset now
    )
    {
        CheckReset(state, tokenHash, now);
        return NewPassword(id, state, passwordHash, null, "password.reset", "reset-link", now);
    }

    /// <param name="seenHash">The hash the current password was checked against: if it changed meanwhile, the check is void.</param>
    /// <param name="keep">The session that stays.</param>
    public static Change<UserState> ChangePassword(
        UserId id,
        UserState state,
        string seenHash,
        string passwordHash,
        SessionId keep,
        string actor,
        DateTimeOffset now
    ) =>
        state.PasswordHash == seenHash
            ? NewPassword(id, state, passwordHash, keep, "password.changed", actor, now)
            : throw IdentityRefusals.WrongPassword();

    /// <summary>The same password under a newer hash; null when it was changed meanwhile.</summary>
    public static Change<UserState>? Rehash(UserState state, string seenHash, string newHash) =>
        state.PasswordHash == seenHash
            ? new Change<UserState>(state with { PasswordHash = newHash })
            : null;

    private static Change<UserState> NewPassword(
        UserId id,
        UserState state,
        string passwordHash,
        SessionId? keep,
        string action,
        string actor,
        DateTimeOffset now
    )
    {
        var change = EndSessions(state, s => s.Id != keep, "revoked");
        var next = change.Next with
        {
            PasswordHash = passwordHash,
            Reset = state.Reset is { } ticket ? ticket with { TokenHash = null } : null,
        };
        return (change with { Next = next })
            .Record(Audit(id, action, actor, now))
            .Send(SendMail.Box(id), Mails.PasswordChanged(id, now));
    }
}
