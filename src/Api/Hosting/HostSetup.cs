namespace Elizon.Api.Hosting;

/// <summary>What every process of ours that speaks HTTP has: settings, logs, telemetry, health.</summary>
public static class HostSetup
{
    public static WebApplicationBuilder CreateBuilder(IConfiguration settings, string program)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(HostSetup).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(
            $"http://{settings["Elizon:Host"] ?? "127.0.0.1"}:{settings["Elizon:Port"] ?? "8080"}"
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks().AddCheck<Readiness>("warm");
        if (settings.GetValue("Elizon:WarmUp", true))
            builder.Services.AddHostedService<WarmUp>();
        else
            builder.Services.AddHostedService<ColdStart>();
        builder.AddElizonLogging();
        builder.AddElizonTelemetry(program);
        if (settings.GetValue<bool>("Elizon:StopWithInput"))
            builder.Services.AddHostedService<StopWithInput>();
        return builder;
    }

    /// <summary>Health and metrics, before everything else, so that they answer when the rest does not.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseElizonHealth();
        app.UseElizonMetrics();
    }
}
