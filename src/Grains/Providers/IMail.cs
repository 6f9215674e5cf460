namespace Elizon.Grains.Providers;

/// <summary>Hands mails to the outside world. One call is one try; who calls decides about the next.</summary>
internal interface IMail
{
    /// <summary>Takes at most 8 s. Never throws for what the line or the recipient's server does.</summary>
    Task<MailOutcome> Send(Letter letter, CancellationToken cancellation = default);
}

/// <summary>A finished mail. Personal data: never logged.</summary>
/// <param name="Id">Stable over repeats; the Message-ID derives from it.</param>
/// <param name="To">One address, without a display name.</param>
internal sealed record Letter(long Id, string To, string Subject, string Text, string Html);

internal enum MailResult
{
    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>Not now: a temporary answer, no line, or an answer that was lost. Send the same letter again later.</summary>
    Later,

    /// <summary>For good: the address or the letter is refused.</summary>
    Refused,
}

/// <param name="Reason">Code and class of the answer, such as "550 5.1.1"; never its text, which may hold the address.</param>
internal readonly record struct MailOutcome(MailResult Result, string? Reason)
{
    public static readonly MailOutcome Sent = new(MailResult.Sent, null);

    public static MailOutcome Later(string reason) => new(MailResult.Later, reason);

    public static MailOutcome Refused(string reason) => new(MailResult.Refused, reason);
}
