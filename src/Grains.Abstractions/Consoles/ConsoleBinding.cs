namespace Elizon.Consoles;

/// <summary>Where a service's console is. Made by the service after it checked the caller's right; never leaves the server.</summary>
/// <param name="Server">The provider's id of the server: a panel's uuid.</param>
/// <param name="Status">The service's state when asked, for the first event of a stream.</param>
[GenerateSerializer, Immutable, Alias("ConsoleBinding")]
public sealed record ConsoleBinding(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] ProviderId Provider,
    [property: Id(2)] string ProviderKind,
    [property: Id(3)] string Server,
    [property: Id(4)] Services.ServiceStatus Status
);
