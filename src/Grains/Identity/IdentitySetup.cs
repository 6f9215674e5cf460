using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;

namespace Elizon.Grains.Identity;

internal static class IdentitySetup
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<IdentityStore>();
        services.AddSingleton<OneTimeSecrets>();
        services.AddSingleton<CredentialCalls>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StaffInitFile>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SessionSweep>();
        return services;
    }
}
