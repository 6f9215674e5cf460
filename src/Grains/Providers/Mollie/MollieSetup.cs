using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>Section "Mollie".</summary>
internal sealed class MollieOptions
{
    public const string Section = "Mollie";

    /// <summary>With the version, without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "https://api.mollie.com/v2";

    /// <summary>"live_…" or "test_…"; a secret.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where Mollie sends notices; made from Site:Url when it is not set.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Where payers come back to; made from Site:Url when it is not set. "{payment}" stands for the id.</summary>
    public string? RedirectUrl { get; set; }

    internal string SiteUrl { get; set; } = "http://127.0.0.1:8080";

    internal string Webhook => WebhookUrl ?? $"{SiteUrl}/api/webhooks/mollie";

    internal string Mode => ApiKey.StartsWith("live_", StringComparison.Ordinal) ? "live" : "test";

    internal string RedirectFor(PaymentId payment) =>
        (RedirectUrl ?? $"{SiteUrl}/api/payments/{{payment}}/return").Replace(
            "{payment}",
            payment.Value,
            StringComparison.Ordinal
        );
}

/// <summary>Wiring of the Mollie adapter.</summary>
internal static class MollieSetup
{
    public static IServiceCollection AddMollie(this IServiceCollection services)
    {
        services
            .AddOptions<MollieOptions>()
            .BindConfiguration(MollieOptions.Section)
            .Configure<IConfiguration>(Site);
        services
            .AddHttpClient(MollieApi.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                }
            );
        services.AddSingleton<MollieApi>();
        services.AddSingleton<IPayments, MolliePayments>();
        services.AddSingleton<IPayers, MolliePayers>();
        return services;
    }

    private static void Site(MollieOptions options, IConfiguration configuration)
    {
        if (configuration["Site:Url"] is { Length: > 0 } url)
            options.SiteUrl = url.TrimEnd('/');
    }
}
