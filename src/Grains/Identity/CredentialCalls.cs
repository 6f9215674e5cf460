using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Identity;

/// <summary>
/// Tells credentials at once what a commit has already promised them by message: when the answer goes out, an ended
/// session is ended. A call that fails here is made good by the message.
/// </summary>
internal sealed partial class CredentialCalls(IGrainFactory grains, ILogger<CredentialCalls> logger)
{
    public Task Open(SessionId session, SessionFacts facts) =>
        grains.GetGrain<ISessionGrain>(session.Value).Open(facts);

    public Task<SessionSight?> Look(SessionId session) =>
        grains.GetGrain<ISessionGrain>(session.Value).Look();

    public Task Tell(Change<UserState> committed) =>
        Task.WhenAll(
            committed
                .Messages.Where(m => m.Message is CredentialEnded or StandingChanged)
                .Select(Tell)
        );

    private async Task Tell(Outgoing outgoing)
    {
        var credential = grains.GetGrain<ICredentialControl>(
            GrainId.Create(outgoing.Target.Kind, outgoing.Target.Id)
        );
        try
        {
            await (
                outgoing.Message is StandingChanged now
                    ? credential.Apply(now.Epoch, now.Verified, now.Roles)
                    : credential.End(((CredentialEnded)outgoing.Message).Reason)
            );
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogLater(logger, outgoing.Target.Kind, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A {Kind} could not be told at once; its message will"
    )]
    private static partial void LogLater(ILogger logger, string kind, Exception error);
}
