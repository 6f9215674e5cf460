using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Declarations;

internal static class DeclarationsSetup
{
    public static IServiceCollection AddDeclarations(this IServiceCollection services)
    {
        services.AddOptions<DeclarationOptions>().BindConfiguration(DeclarationOptions.Section);
        services.AddSingleton<DeclarationLookup>();
        return services;
    }
}
