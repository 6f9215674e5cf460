using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>
/// How a session or key ends: its grain has let go of the principal, so nobody gets in; then those inside go; last it is
/// forgotten. A failure in between lets the activation go, and the message that ended it is sent again and starts over.
/// </summary>
internal static class CredentialEnding
{
    public static async Task Finish(
        Grain grain,
        Revocation revocation,
        IGrainFactory grains,
        Func<Task> forget
    )
    {
        try
        {
            await grains.RevocationBoard().Publish(revocation);
            await forget();
        }
        catch
        {
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
