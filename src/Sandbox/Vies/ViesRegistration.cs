using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Vies;

internal static class ViesRegistration
{
    public static void AddVies(this IServiceCollection services)
    {
        services.AddSingleton<ViesNumbers>();
        services.AddSingleton<ISimulator, ViesSimulator>();
        services.AddViesFaults();
    }

    public static void MapVies(this WebApplication app) =>
        app.MapSurface(Surface.Control).MapViesApi();
}
