using System.Collections.Immutable;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Mail;

/// <summary>Mails to one person that wait for another try. Sent ones leave no text behind.</summary>
internal sealed record MailboxState : IDueState
{
    public ImmutableList<WaitingMail> Waiting { get; init; } = [];

    /// <summary>Ids of the latest messages, so that one delivered twice is sent once.</summary>
    public ImmutableList<long> Seen { get; init; } = [];

    public DateTimeOffset? DueAt => Waiting.IsEmpty ? null : Waiting.Min(w => w.NextAt);
}

/// <param name="Id">The outbox id: stays the same over all tries.</param>
/// <param name="Attempts">Tries made so far.</param>
internal sealed record WaitingMail(
    long Id,
    SendMail Mail,
    int Attempts,
    DateTimeOffset AskedAt,
    DateTimeOffset NextAt
);
