using Elizon.Grains.Audit;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>
/// The rules of a person: pure, one file per topic. A rule that must remember a failed try returns it in
/// <see cref="Verdict"/>: commit first, refuse then.
/// </summary>
internal static partial class User
{
    /// <summary>Opens a registration: unverified, with one session, a code on its way.</summary>
    public static Change<UserState> Register(
        RegistrationFacts facts,
        DrawnCode code,
        DateTimeOffset now
    )
    {
        var next = new UserState
        {
            Email = facts.Email,
            PasswordHash = facts.PasswordHash,
            Profile = facts.Profile,
            Terms = new Consent(facts.TermsVersion, now),
            RegisteredAt = now,
            Activation = FirstCode(code, now),
            Sessions = [new OpenSession(facts.Session, now)],
        };
        return new Change<UserState>(next)
            .Record(PersonRow.Of(facts.User, next))
            .Record(Audit(facts.User, "account.registered", By(facts.Session), now))
            .Send(SendMail.Box(facts.User), CodeMail(next, code, facts.AddressTaken));
    }

    /// <summary>The first staff account: proven by the token of the data folder, with every right.</summary>
    public static Change<UserState> FoundStaff(RegistrationFacts facts, DateTimeOffset now)
    {
        var next = new UserState
        {
            Email = facts.Email,
            PasswordHash = facts.PasswordHash,
            Profile = facts.Profile,
            Terms = new Consent(facts.TermsVersion, now),
            RegisteredAt = now,
            VerifiedAt = now,
            Roles = StaffRole.Admin,
            Sessions = [new OpenSession(facts.Session, now)],
        };
        return new Change<UserState>(next)
            .Record(PersonRow.Of(facts.User, next))
            .Record(new UserEmailRow(EmailAddress.KeyOf(next.Email), facts.User, now))
            .Record(Audit(facts.User, "staff.founded", "init", now));
    }

    /// <summary>A registration that nobody proved in a week: everything about the person goes.</summary>
    public static Change<UserState>? Lapse(UserId id, UserState state, DateTimeOffset now)
    {
        if (state.DueAt is not { } due || due > now)
            return null;
        var change = new Change<UserState>(
            new UserState { Lapsed = true, RegisteredAt = state.RegisteredAt }
        ).Erase(PersonRow.Of(id, state));
        return state.Sessions.Aggregate(
            change,
            (c, s) => c.Send(Address(s.Id), new CredentialEnded("revoked"))
        );
    }

    /// <summary>As in <see cref="Caller.By"/>.</summary>
    public static string By(SessionId session) => $"session/{session.Value[..12]}";

    private static Outbox.Address Address(SessionId session) => Outbox.Address.Of(session);

    private static AuditRow Audit(UserId user, string action, string actor, DateTimeOffset at) =>
        new(at, actor, action, $"user/{user.Value}", user.Value, null);
}

/// <summary>What a rule decided about a try: <paramref name="Change"/> is committed in any case, then <paramref name="Refusal"/> is thrown.</summary>
internal readonly record struct Verdict(Change<UserState>? Change, Refusal? Refusal = null);
