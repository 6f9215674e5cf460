using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Catalog;

internal static class CatalogSetup
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services.AddSingleton<CatalogStore>().AddSingleton<CatalogSnapshots>();
}
