using Elizon.Grains.Providers;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Mail;

/// <summary>Rules of a mailbox: what a try's outcome means for the mail.</summary>
internal static class Mailbox
{
    private const int MostSeen = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(48);

    /// <summary>Pauses after the first, second … failed try; the last one repeats (identity sheet, section 7).</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
    ];

    public static WaitingMail Asked(long id, SendMail mail, DateTimeOffset now) =>
        new(id, mail, 0, now, now);

    public static bool Knows(MailboxState state, long id) =>
        state.Seen.Contains(id) || state.Waiting.Any(w => w.Id == id);

    /// <param name="worth">How long after it was asked for the mail is still worth sending; null for the longest wait.</param>
    public static Change<MailboxState> Tried(
        MailboxState state,
        string box,
        WaitingMail mail,
        MailOutcome outcome,
        TimeSpan? worth,
        DateTimeOffset now
    )
    {
        var tried = mail with { Attempts = mail.Attempts + 1 };
        var next = now + Pauses[Math.Min(mail.Attempts, Pauses.Length - 1)];
        var status = outcome.Result switch
        {
            MailResult.Sent => MailStatus.Sent,
            MailResult.Refused => MailStatus.Refused,
            _ when next > mail.AskedAt + (worth ?? LongestWait) => MailStatus.GivenUp,
            _ => MailStatus.Waiting,
        };
        var rest = state.Waiting.RemoveAll(w => w.Id == mail.Id);
        var seen = state.Seen.Contains(mail.Id) ? state.Seen : state.Seen.Add(mail.Id);
        return new Change<MailboxState>(
            state with
            {
                Waiting =
                    status == MailStatus.Waiting ? rest.Add(tried with { NextAt = next }) : rest,
                Seen = seen.Count > MostSeen ? seen.RemoveAt(0) : seen,
            }
        ).Record(
            new MailRow(
                mail.Id,
                box,
                mail.Mail.Template,
                status,
                tried.Attempts,
                outcome.Reason,
                mail.AskedAt,
                now
            )
        );
    }

    public static WaitingMail? Next(MailboxState state, DateTimeOffset now) =>
        state.Waiting.Where(w => w.NextAt <= now).MinBy(w => w.Id);
}
