using Elizon.Grains.Subscriptions.PriceChanges;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Subscriptions;

/// <summary>Wiring of contracts.</summary>
internal static class SubscriptionsSetup
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<UpgradeQuotes>();
        services.AddSingleton<PricedContracts>();
        services.AddSingleton<CustomerContracts>();
        return services;
    }
}
