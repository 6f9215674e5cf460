using Elizon.Api.Consoles;
using Elizon.Api.OpenApi;
using Elizon.Api.Replies;
using Elizon.Api.Requests;
using Elizon.Api.Rules;
using Elizon.Api.Site;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Elizon.Api;

/// <summary>
/// The HTTP front end as a part: the silo's host (role all) and the Api's own program add the same services and the same
/// pipeline. Both bring an <see cref="IGrainFactory"/>.
/// </summary>
public static class ElizonApi
{
    public static IServiceCollection AddElizonApi(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.Configure<ApiOptions>(configuration.GetSection(ApiOptions.Section));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ApiOptions>>(Limits);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ApiOptions>>(Forwarding);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            ApiJson.Common(o.SerializerOptions);
            ApiJson.Strict(o.SerializerOptions);
        });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(ApiClock.Wall, TimeProvider.System);
        services.AddRules();
        services.AddConsoles();
        services.AddElizonOpenApi();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ApiOptions>>(Foreign);
        return services;
    }

    public static WebApplication UseElizonApi(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ApiOptions>>().Value;
        if (options.Proxies.Length > 0)
            app.UseForwardedHeaders();
        app.Use(PageSecurity.Write);
        app.UseMiddleware<RefusalMiddleware>();
        app.UseWebSockets();
        app.UseRouting();
        if (options.CorsOrigins.Length > 0)
            app.UseCors();
        app.UseMiddleware<ApiGate>();
        app.UseMiddleware<RequestReader>();
        app.MapElizonApi();
        app.MapElizonOpenApi();
        app.Services.GetRequiredService<ApiRoutes>().Use(app);
        return app;
    }

    private static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton<ProcessStatus>();
        services.AddSingleton<Admissions>();
        services.AddSingleton<Origins>();
        services.AddScoped<RequestCaller>();
        services.AddScoped(s => s.GetRequiredService<RequestCaller>().Caller);
        services.AddScoped(s => s.GetRequiredService<RequestCaller>().Client);
        services.AddSingleton<ApiRoutes>();
        services.AddHostedService<RuleCheck>();
    }

    private static void Limits(KestrelServerOptions kestrel, IOptions<ApiOptions> options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Value.MaxBody;
    }

    /// <summary>Closed unless origins are configured; they may then read answers, with the session cookie too.</summary>
    private static void Foreign(CorsOptions cors, IOptions<ApiOptions> options) =>
        cors.AddDefaultPolicy(policy =>
            policy
                .WithOrigins(options.Value.CorsOrigins)
                .AllowCredentials()
                .AllowAnyHeader()
                .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                .WithExposedHeaders(
                    "X-RateLimit-Limit",
                    "X-RateLimit-Remaining",
                    "X-RateLimit-Reset",
                    "Retry-After"
                )
        );

    /// <summary>A forwarded address is believed from configured proxies only: rate limits and key address lists hang on it.</summary>
    private static void Forwarding(ForwardedHeadersOptions forwarded, IOptions<ApiOptions> options)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in ApiOptions.Networks(options.Value.Proxies))
            forwarded.KnownIPNetworks.Add(network);
        forwarded.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
    }
}
