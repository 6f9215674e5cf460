namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>What happens by itself as time passes: the limit for the first token, and looks at its life.</content>
internal sealed partial class ConsoleSocket
{
    private void PlanTokenChecks()
    {
        var node = Server.Node;
        node.Schedule.After(
            node.Options.SocketAuthTimeout,
            () =>
            {
                if (!IsAuthenticated)
                    Abort();
            }
        );
    }

    /// <summary>From the first token on, at a fixed beat.</summary>
    public void PlanExpiryLook()
    {
        var node = Server.Node;
        node.Schedule.After(
            node.Options.TokenCheckInterval,
            () =>
            {
                if (_ended.IsCancellationRequested)
                    return;
                LookAtExpiry(node);
                PlanExpiryLook();
            }
        );
    }

    private void LookAtExpiry(WingsNode node)
    {
        if (Token is not { } token)
            return;
        var left = token.ExpiresAt.ToUnixTimeSeconds() - node.Now.ToUnixTimeSeconds();
        if (left <= 0)
            Post(SocketFrame.TokenExpired);
        else if (left <= node.Options.TokenExpiringWindow.TotalSeconds)
            Post(SocketFrame.TokenExpiring);
    }
}
