using Elizon.Grains.Storage;

namespace Elizon.Grains.Mail;

/// <summary>Staff's view of one mail.</summary>
/// <param name="Id">The outbox id of the message that asked for it; its Message-ID derives from it.</param>
/// <param name="Box">Key of the mailbox: the person.</param>
/// <param name="Reason">Code of the last answer, such as "550 5.1.1"; null when sent.</param>
[Table("mail", WriteMode.Upsert)]
internal sealed record MailRow(
    [property: Key] long Id,
    string Box,
    string Template,
    MailStatus Status,
    int Attempts,
    string? Reason,
    DateTimeOffset AskedAt,
    DateTimeOffset At
) : Row;

internal enum MailStatus
{
    Sent,

    /// <summary>Tried and put off.</summary>
    Waiting,

    /// <summary>Refused for good by the recipient's server, or not to be made.</summary>
    Refused,

    /// <summary>Put off until it was no longer worth sending.</summary>
    GivenUp,
}
