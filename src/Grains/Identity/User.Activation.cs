using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal static partial class User
{
    public const int CodeTries = 5;
    public const int MostCodes = 10;
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan CodePause = TimeSpan.FromSeconds(60);

    /// <summary>Proves the address by its code and claims it; who is verified already stays so.</summary>
    /// <param name="codeHash">Of the code that was typed.</param>
    public static Verdict Verify(
        UserId id,
        UserState state,
        string codeHash,
        string actor,
        DateTimeOffset now
    )
    {
        if (state.VerifiedAt is not null)
            return default;
        var activation = state.Activation!;
        if (now >= activation.ExpiresAt || activation.TriesLeft <= 0)
            throw IdentityRefusals.CodeExpired();
        if (!OneTimeSecret.Equal(activation.CodeHash, codeHash))
        {
            var left = activation.TriesLeft - 1;
            return new Verdict(
                new Change<UserState>(
                    state with
                    {
                        Activation = activation with { TriesLeft = left },
                    }
                ),
                IdentityRefusals.WrongCode(left)
            );
        }
        var next = state with { VerifiedAt = now, Activation = null, Epoch = state.Epoch + 1 };
        return new Verdict(
            TellCredentials(BearVatId(id, new Change<UserState>(next), null), next)
                .Record(PersonRow.Of(id, next))
                .Record(new UserEmailRow(EmailAddress.KeyOf(state.Email), id, now))
                .Record(Audit(id, "account.verified", actor, now))
        );
    }

    public static Change<UserState> Resend(
        UserId id,
        UserState state,
        DrawnCode code,
        bool addressTaken,
        DateTimeOffset now
    )
    {
        if (state.Activation is not { } activation)
            throw IdentityRefusals.AlreadyVerified();
        if (activation.SentAt + CodePause - now is { Ticks: > 0 } wait)
            throw IdentityRefusals.CodeTooSoon((int)Math.Ceiling(wait.TotalSeconds));
        if (activation.Sent >= MostCodes)
            throw IdentityRefusals.TooManyCodes();
        var next = state with
        {
            Activation = FirstCode(code, now) with { Sent = activation.Sent + 1 },
        };
        return new Change<UserState>(next).Send(
            SendMail.Box(id),
            CodeMail(next, code, addressTaken)
        );
    }

    private static Activation FirstCode(DrawnCode code, DateTimeOffset now) =>
        new(code.Hash, now, now + CodeLife, CodeTries, 1);

    private static SendMail CodeMail(UserState state, DrawnCode code, bool addressTaken) =>
        addressTaken
            ? Mails.AddressTaken(state.Email, state.Profile!.Locale)
            : Mails.Activation(state.Email, state.Profile!.Locale, code.Sealed);

    /// <summary>Sessions learn about verification and rights, keys about rights.</summary>
    private static Change<UserState> TellCredentials(Change<UserState> change, UserState next)
    {
        var standing = new StandingChanged(next.Epoch, next.VerifiedAt is not null, next.Roles);
        change = next.Sessions.Aggregate(change, (c, s) => c.Send(Address(s.Id), standing));
        return next.Keys.Aggregate(change, (c, k) => c.Send(Outbox.Address.Of(k.Id), standing));
    }
}
