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
    private volatile TaskCompletionSource _arrived = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>What the server answers to an address; every try is asked.</summary>
    internal Func<string, MailOutcome> Answer { get; set; } = _ => MailOutcome.Sent;

    public IReadOnlyList<SentMail> To(string address) => [.. _sent.Where(l => l.To == address)];

    public IReadOnlyList<SentMail> All => [.. _sent];

    /// <summary>The mails to this address, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<SentMail>> Wait(string address, int count)
    {
        while (true)
        {
            var next = _arrived.Task;
            if (To(address) is var mails && mails.Count >= count)
                return mails;
            await next.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    Task<MailOutcome> IMail.Send(Letter letter, CancellationToken cancellation)
    {
        var outcome = Answer(letter.To);
        if (outcome.Result == MailResult.Sent)
            Keep(new(letter.Id, letter.To, letter.Subject, letter.Text, letter.Html));
        return Task.FromResult(outcome);
    }

    private void Keep(SentMail mail)
    {
        _sent.Enqueue(mail);
        Interlocked
            .Exchange(ref _arrived, new(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();
    }
}
