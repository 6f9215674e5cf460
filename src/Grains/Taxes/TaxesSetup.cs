using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Taxes;

internal static class TaxesSetup
{
    public static IServiceCollection AddTaxes(this IServiceCollection services) =>
        services.AddSingleton<VatIdRecords>();
}
