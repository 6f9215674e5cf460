using Elizon.Grains.Outbox;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>
/// What a credential must know about its person changed. Said directly after the commit too: the message makes sure.
/// </summary>
/// <param name="Epoch">A word with a lower one than the last is old.</param>
[MessageName("credential.standing")]
internal sealed record StandingChanged(long Epoch, bool Verified, StaffRole Roles) : Message;

/// <summary>A session or key is over.</summary>
/// <param name="Reason">Told to viewers: "logout", "revoked".</param>
[MessageName("credential.ended")]
internal sealed record CredentialEnded(string Reason) : Message;
