namespace Elizon.Api.Consoles;

/// <summary>Wiring of the console streams.</summary>
public static class ConsolesSetup
{
    public static IServiceCollection AddConsoles(this IServiceCollection services)
    {
        services.AddSingleton<ConsoleHub>();
        services.AddHostedService<RevocationListener>();
        return services;
    }
}
