using System.Security.Cryptography;
using Elizon.Api;
using Elizon.Api.Hosting;
using Elizon.Api.Rules;
using Elizon.Grains;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Silo.Telemetry;
using Orleans.Dashboard;

namespace Elizon.Silo.Hosting;

/// <summary>The roles <c>all</c> and <c>silo</c>.</summary>
internal static class SiloHost
{
    private static readonly TimeSpan GraceToDeactivate = TimeSpan.FromSeconds(30);

    public static async Task Run(IConfiguration configuration, SiloSettings settings)
    {
        await using var database = await SiloDatabase.Open(settings, CancellationToken.None);
        var builder = HostSetup.CreateBuilder(configuration, "silo");
        if (database.Embedded is not null)
            OfferFirstAccount(builder.Configuration, settings);
        AddSilo(builder, settings, database);
        if (settings.Role == HostRole.All)
            builder.Services.AddElizonApi(configuration);
        var app = builder.Build();
        app.UseOperations();
        if (settings.Role == HostRole.All)
        {
            app.UseElizonApi();
            if (settings.Dashboard)
                MapDashboard(app);
        }
        await app.RunAsync();
    }

    /// <summary>Pages, so they may load their own scripts, which no answer of the Api may.</summary>
    private static void MapDashboard(WebApplication app)
    {
        const string Path = "/ops/orleans";
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
            pages =>
                pages.Use(
                    (http, next) =>
                    {
                        PageSecurity.Allow(http);
                        return next(http);
                    }
                )
        );
        app.MapOrleansDashboard(Path).Staff(StaffRole.Operations);
    }

    /// <summary>With a data folder of its own, the host leaves the token of <c>elizon init</c> there.</summary>
    private static void OfferFirstAccount(IConfiguration configuration, SiloSettings settings)
    {
        const string Key = "Identity:InitTokenFile";
        if (configuration[Key] is null)
            configuration[Key] = Path.GetFullPath(Path.Combine(settings.Data, "init-token"));
    }

    private static void AddSilo(
        WebApplicationBuilder builder,
        SiloSettings settings,
        SiloDatabase database
    )
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = GraceToDeactivate);
        builder.Services.AddPlatformClock(builder.Configuration);
        builder.Services.AddKeyedSingleton(WallAttribute.Key, TimeProvider.System);
        builder.Services.AddSingleton(_ => RandomNumberGenerator.Create());
        builder.Services.AddElizonGrains();
        builder.Services.ProtectElizonKeyRing(builder.Configuration);
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database")
            .AddCheck<GrainCheck>("grains");
        builder.Services.AddHostedService<BacklogGauges>();
        if (database.Embedded is { } embedded)
        {
            builder.Services.AddSingleton(embedded);
            builder.Services.AddHostedService<DatabaseWatch>();
        }
        builder.UseOrleans(silo => silo.UseElizon(settings, database.Pool));
    }
}
