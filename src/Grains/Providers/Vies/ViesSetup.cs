using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Elizon.Grains.Providers.Vies;

/// <summary>Section "Vies".</summary>
internal sealed class ViesOptions
{
    public const string Section = "Vies";

    /// <summary>Without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "https://ec.europa.eu/taxation_customs/vies/rest-api";
}

/// <summary>Wiring of the VIES adapter.</summary>
internal static class ViesSetup
{
    public static IServiceCollection AddVies(this IServiceCollection services)
    {
        services.AddOptions<ViesOptions>().BindConfiguration(ViesOptions.Section);
        services
            .AddHttpClient(ViesApi.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(3),
                }
            );
        services.AddSingleton<ViesApi>();
        services.TryAddSingleton<IVatRegister, ViesRegister>();
        return services;
    }
}
