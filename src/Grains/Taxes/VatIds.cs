using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>
/// Rules of a VAT id's record. Only "valid" and "invalid" change what is known; no answer leaves it standing and is tried
/// again (identity sheet, section 5).
/// </summary>
internal static class VatIds
{
    /// <summary>A valid id of somebody who bears it is looked at monthly, before its proof gets too old.</summary>
    public static readonly TimeSpan Monthly = TimeSpan.FromDays(28);

    /// <summary>An id that is not valid may be registered in the meantime.</summary>
    public static readonly TimeSpan Weekly = TimeSpan.FromDays(7);

    /// <summary>Longer than any question takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(24),
    ];

    public static VatIdProof Proof(VatId id, VatIdState state) =>
        new(id.Text, state.Status, state.AnsweredAt, state.Consultation);

    /// <summary>A person bears it: told what is known, and asked at once when nothing is.</summary>
    public static Change<VatIdState> Borne(
        VatId id,
        VatIdState state,
        VatIdBorne borne,
        DateTimeOffset now
    )
    {
        var next = state with
        {
            Bearers = state.Bearers.Add(borne.User.Value),
            TraderName = borne.TraderName ?? state.TraderName,
            NextAt = state.AnsweredAt is null ? now : state.NextAt ?? now,
        };
        var change = new Change<VatIdState>(next);
        return state.AnsweredAt is null ? change : Tell(change, borne.User, id);
    }

    public static Change<VatIdState>? Dropped(VatIdState state, VatIdDropped dropped) =>
        state.Bearers.Contains(dropped.User.Value)
            ? new Change<VatIdState>(
                state with
                {
                    Bearers = state.Bearers.Remove(dropped.User.Value),
                }
            )
            : null;

    /// <summary>Notes that somebody asks now; null when the answer is fresh enough or a question is under way.</summary>
    public static Change<VatIdState>? Begin(
        VatIdState state,
        TimeSpan freshFor,
        DateTimeOffset now
    ) =>
        state.AskingUntil > now || now - state.AnsweredAt < freshFor
            ? null
            : new Change<VatIdState>(state with { AskingUntil = now + Lease });

    /// <summary>What the register said, or that it did not.</summary>
    public static Change<VatIdState> Answered(
        VatId id,
        VatIdState state,
        Outcome<VatIdAnswer> outcome,
        DateTimeOffset now
    ) =>
        outcome is { IsDone: true, Value: { } answer }
            ? Learned(id, state, answer, now)
            : Unanswered(id, state, outcome.Reason ?? "No answer.", now);

    private static Change<VatIdState> Learned(
        VatId id,
        VatIdState state,
        VatIdAnswer answer,
        DateTimeOffset now
    )
    {
        var next = state with
        {
            Status = answer.Valid ? VatIdStatus.Valid : VatIdStatus.Invalid,
            AnsweredAt = now,
            Consultation = answer.Consultation,
            Name = answer.Name,
            Address = answer.Address,
            AskingUntil = null,
            NextAt = now + (answer.Valid ? Monthly : Weekly),
            Failures = 0,
            LastError = null,
        };
        var change = new Change<VatIdState>(next).Record(
            new VatIdCheckRow(
                id,
                now,
                answer.Valid ? "valid" : "invalid",
                null,
                answer.Consultation,
                answer.Name,
                answer.Address,
                answer.NameFits
            )
        );
        return next.Bearers.Aggregate(change, (c, user) => Tell(c, UserId.Of(user), id));
    }

    private static Change<VatIdState> Unanswered(
        VatId id,
        VatIdState state,
        string reason,
        DateTimeOffset now
    ) =>
        new Change<VatIdState>(
            state with
            {
                AskingUntil = null,
                NextAt = now + Backoff[Math.Min(state.Failures, Backoff.Length - 1)],
                Failures = state.Failures + 1,
                LastError = reason,
            }
        ).Record(new VatIdCheckRow(id, now, "unknown", reason, null, null, null, null));

    private static Change<VatIdState> Tell(Change<VatIdState> change, UserId user, VatId id) =>
        change.Send(Address.Of(user), new VatIdAnswered(Proof(id, change.Next)));
}
