using System.Collections.Concurrent;
using Elizon.Grains.Providers;

namespace Elizon.Fixtures;

/// <summary>A mail that went out of an in-process cluster.</summary>
public sealed record SentMail(long Id, string To, string Subject, string Text, string Html);

/// <summary>
/// The mail server of an in-process cluster: takes everything and keeps it. The real line is tested against the sandbox
/// in Providers.Tests.
/// </summary>
public sealed class SentMails : IMail
{
    private readonly ConcurrentQueue<SentMail> _sent = new();

    /// <summary>What the server answers to an address; every try is asked.</summary>
    internal Func<string, MailOutcome> Answer { get; set; } = _ => MailOutcome.Sent;

    public IReadOnlyList<SentMail> To(string address) => [.. _sent.Where(l => l.To == address)];

    Task<MailOutcome> IMail.Send(Letter letter, CancellationToken cancellation)
    {
        var outcome = Answer(letter.To);
        if (outcome.Result == MailResult.Sent)
            _sent.Enqueue(new(letter.Id, letter.To, letter.Subject, letter.Text, letter.Html));
        return Task.FromResult(outcome);
    }
}
