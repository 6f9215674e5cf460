using Elizon.Grains.Providers.Lexware;
using Elizon.Grains.Providers.Mollie;
using Elizon.Grains.Providers.Pterodactyl;
using Elizon.Grains.Providers.Vies;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Providers;

/// <summary>Every vendor: a new one adds its line.</summary>
internal static class ProvidersSetup
{
    public static IServiceCollection AddProviders(this IServiceCollection services) =>
        services.AddPterodactyl().AddMollie().AddVies().AddLexware();
}
