using Elizon.Api.Hosting;
using Elizon.Grains.Clock;

namespace Elizon.Silo.Hosting;

/// <summary>
/// Real time, or the clock that moves with a sandbox (<c>Elizon:TestClock</c>). Where real money is moved the host does
/// not start with it: bills of a whole year would be issued within a minute.
/// </summary>
internal static class TestClock
{
    private const string Key = "Elizon:TestClock";

    public static IServiceCollection AddPlatformClock(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        if (configuration[Key] is not { Length: > 0 } named)
            return services.AddSingleton(TimeProvider.System);
        return services.AddTestClock(Sandbox(named, configuration["Mollie:BaseUrl"]));
    }

    private static Uri Sandbox(string named, string? payments)
    {
        if (!Uri.TryCreate(named, UriKind.Absolute, out var sandbox) || sandbox.Scheme != "http")
            throw new CannotStartException(
                $"{Key} is '{named}'; it must be the sandbox's address."
            );
        if (
            !Uri.TryCreate(payments, UriKind.Absolute, out var mollie)
            || mollie.Authority != sandbox.Authority
        )
            throw new CannotStartException(
                $"{Key} is for a platform whose payments are the sandbox's: Mollie:BaseUrl must lie at {sandbox.Authority}."
            );
        return new Uri(sandbox, "/");
    }
}
