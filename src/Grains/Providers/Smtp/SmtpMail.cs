using System.Net.Sockets;
using Elizon.Grains.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace Elizon.Grains.Providers.Smtp;

/// <summary>
/// Sends by SMTP submission (identity sheet, section 7). 5xx is for good, everything else is for later. A connection that
/// breaks after the final dot leaves the outcome open: the letter is sent again under the same Message-ID.
/// </summary>
internal sealed partial class SmtpMail(
    SmtpConnections connections,
    SmtpEnvelope envelope,
    [Wall] TimeProvider wall,
    ILogger<SmtpMail> logger
) : IMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly ResiliencePipeline _line = Breaker(wall);

    public async Task<MailOutcome> Send(Letter letter, CancellationToken cancellation = default)
    {
        if (!SmtpEnvelope.IsSafe(letter))
            return MailOutcome.Refused("header");
        using var patience = new CancellationTokenSource(Patience, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            cancellation
        );
        try
        {
            return await _line.ExecuteAsync(async token => await Hand(letter, token), either.Token);
        }
        catch (BrokenCircuitException)
        {
            return MailOutcome.Later("line");
        }
        catch (Exception error) when (IsLineFault(error) && !cancellation.IsCancellationRequested)
        {
            LogLine(logger, letter.Id, error.GetType().Name);
            return MailOutcome.Later("line");
        }
    }

    /// <summary>Answers of the server are outcomes; only faults of the line go on to the breaker.</summary>
    private async Task<MailOutcome> Hand(Letter letter, CancellationToken cancellation)
    {
        await using var rented = await connections.Rent(cancellation);
        try
        {
            await rented.Client.SendAsync(envelope.Wrap(letter), cancellation);
            rented.Keep();
            return MailOutcome.Sent;
        }
        catch (SmtpCommandException error)
        {
            var reason = Reason(error);
            LogAnswer(logger, letter.Id, reason);
            return (int)error.StatusCode >= 500
                ? MailOutcome.Refused(reason)
                : MailOutcome.Later(reason);
        }
    }

    /// <summary>The reply's code and, when it starts the text, the enhanced one.</summary>
    private static string Reason(SmtpCommandException error)
    {
        var first = error.Message.Split(' ', 2)[0];
        var enhanced =
            first.Length is >= 5 and <= 9 && first.All(c => char.IsAsciiDigit(c) || c == '.');
        return enhanced ? $"{(int)error.StatusCode} {first}" : $"{(int)error.StatusCode}";
    }

    private static bool IsLineFault(Exception error) =>
        error
            is SocketException
                or IOException
                or OperationCanceledException
                or TimeoutException
                or SslHandshakeException
                or AuthenticationException
                or NotSupportedException
                or SmtpProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or SmtpCommandException;

    /// <summary>A dead server costs a few tries and then nothing for a while, so that mails never fill the dispatcher.</summary>
    private static ResiliencePipeline Breaker(TimeProvider wall) =>
        new ResiliencePipelineBuilder { TimeProvider = wall }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.8,
                    MinimumThroughput = 4,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(15),
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(IsLineFault),
                }
            )
            .Build();

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} was answered {Reason}")]
    private static partial void LogAnswer(ILogger logger, long id, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Id} could not be handed over: {Fault}"
    )]
    private static partial void LogLine(ILogger logger, long id, string fault);
}
