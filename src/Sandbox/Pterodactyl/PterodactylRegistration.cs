using System.Security.Cryptography;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl.Control;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;
using Elizon.Sandbox.Pterodactyl.Panel.Application;
using Elizon.Sandbox.Pterodactyl.Panel.Client;
using Elizon.Sandbox.Pterodactyl.Panel.Schedules;
using Elizon.Sandbox.Pterodactyl.Wings;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Pterodactyl;

internal static class PterodactylRegistration
{
    public static void AddPterodactyl(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<SandboxOptions>().Pterodactyl
        );
        services.AddSingleton<FaultSwitches>();
        services.AddSingleton<PanelTables>();
        services.AddSingleton<PanelDaemons>();
        services.AddSingleton<PanelActivityLog>();
        services.AddSingleton<ResourceCache>();
        services.AddSingleton<PanelContext>();
        services.AddSingleton<PanelThrottle>();
        services.AddSingleton<PanelGate>();
        services.AddSingleton<PanelEndpoint>();
        services.AddSingleton<PanelSeed>();
        services.AddSingleton<IPanelRemote, PanelRemote>();
        services.AddSingleton(Wings);
        services.AddSingleton<PterodactylWorld>();
        services.AddHostedService(provider => provider.GetRequiredService<PterodactylWorld>());
        services.AddSingleton<ScheduleRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleRunner>());
        services.AddSingleton<ISimulator, PterodactylSimulator>();
        foreach (var (name, summary) in PterodactylFault.All)
            services.AddFault(FaultSwitches.Simulator, name, summary);
    }

    public static void MapPterodactyl(this IEndpointRouteBuilder app)
    {
        var panel = app.MapSurface(Surface.Panel);
        IReadOnlyList<PanelRoute> routes = [.. ApplicationApi.Routes(), .. ClientApi.Routes()];
        foreach (var route in routes)
            panel.MapMethods(route.Pattern, [route.Method], http => Run(http, route));
        panel.MapFallback("{**path}", new PanelFallback(routes).Run);
        app.MapWings();
        app.MapSurface(Surface.Control).MapPterodactylControl();
    }

    private static async Task Run(HttpContext http, PanelRoute route)
    {
        await http.RequestServices.GetRequiredService<PterodactylWorld>().Ready;
        await http.RequestServices.GetRequiredService<PanelEndpoint>().Run(http, route);
    }

    private static WingsServices Wings(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<PterodactylOptions>(),
            provider.GetRequiredService<SandboxClock>(),
            provider.GetRequiredService<FaultSwitches>(),
            provider.GetRequiredService<IPanelRemote>(),
            provider.GetRequiredService<SandboxStore>(),
            provider.GetRequiredService<SandboxOptions>().DataPath,
            provider.GetRequiredService<RandomNumberGenerator>(),
            provider.GetRequiredService<ILogger<WingsNode>>()
        );
}
