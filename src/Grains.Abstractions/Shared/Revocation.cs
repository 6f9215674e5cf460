namespace Elizon;

/// <summary>
/// Something that may end a viewer's stream: broadcast to every Api process by observer (<see cref="IRevocationWatcher"/>).
/// A null member matches everything; a viewer is ended when all given members match it.
/// </summary>
/// <param name="User">Viewers of this user.</param>
/// <param name="Credential">Viewers that came with this credential, as in <see cref="Caller.By"/>.</param>
/// <param name="Service">Viewers of this service.</param>
/// <param name="Reason">Told to the viewer in the <c>end</c> event: "revoked", "suspended", "deleted", "logout".</param>
[GenerateSerializer, Immutable, Alias("Revocation")]
public sealed record Revocation(
    [property: Id(0)] UserId? User,
    [property: Id(1)] string? Credential,
    [property: Id(2)] ServiceId? Service,
    [property: Id(3)] string Reason
);

/// <summary>An Api process listening for revocations.</summary>
[Alias("IRevocationWatcher")]
public interface IRevocationWatcher : IGrainObserver
{
    /// <summary>Ends the viewers that match. Must come back at once.</summary>
    [Alias("Revoked")]
    void Revoked(Revocation revocation);
}

/// <summary>The cluster's one board of revocations; key 0. Nothing hot passes here: only changes of rights.</summary>
[Alias("IRevocationBoard")]
public interface IRevocationBoard : IGrainWithIntegerKey
{
    /// <summary>Starts or renews a subscription; it lapses after 60 s without renewal.</summary>
    [Alias("Watch")]
    Task Watch(IRevocationWatcher watcher);

    /// <summary>Tells every watcher.</summary>
    [Alias("Publish")]
    Task Publish(Revocation revocation);
}
