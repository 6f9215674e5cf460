using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Storage;

/// <summary>
/// The clock on the wall: for leases, retries, rate limits and sessions, which stay on real time when the test clock
/// moves (design, section 5). A parameter without it gets the platform's clock.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WallAttribute() : FromKeyedServicesAttribute(Key)
{
    public new const string Key = "wall";
}
