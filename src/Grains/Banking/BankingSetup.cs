using Elizon.Grains.Banking.Payouts;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Banking;

/// <summary>Wiring of bank transfer.</summary>
internal static class BankingSetup
{
    public static IServiceCollection AddBanking(this IServiceCollection services) =>
        services
            .AddSingleton<BankRecords>()
            .AddSingleton<PayoutRecords>()
            .AddSingleton<MatchLookup>();
}
