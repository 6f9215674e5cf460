using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Elizon.Grains.Providers.Lexware;

/// <summary>Section "Lexware".</summary>
internal sealed class LexwareOptions
{
    public const string Section = "Lexware";

    /// <summary>With the version, without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "https://api.lexware.io/v1";

    /// <summary>A secret; lives 24 months.</summary>
    public string ApiKey { get; set; } = "";
}

/// <summary>Wiring of the Lexware adapter.</summary>
internal static class LexwareSetup
{
    public static IServiceCollection AddLexware(this IServiceCollection services)
    {
        services.AddOptions<LexwareOptions>().BindConfiguration(LexwareOptions.Section);
        services
            .AddHttpClient(
                LexwareApi.ClientName,
                client => client.Timeout = Timeout.InfiniteTimeSpan
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                }
            );
        services.AddSingleton<LexwareApi>();
        services.TryAddSingleton<IInvoiceBook, LexwareBook>();
        return services;
    }
}
