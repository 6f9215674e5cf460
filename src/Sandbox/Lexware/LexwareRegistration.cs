using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Lexware;

internal static class LexwareRegistration
{
    public static void AddLexware(this IServiceCollection services)
    {
        services.AddSingleton<LexwareStore>();
        services.AddSingleton<LexwareBucket>();
        services.AddSingleton<LexwarePipeline>();
        services.AddSingleton<LexwareVouchers>();
        services.AddSingleton<ISimulator, LexwareSimulator>();
        services.AddLexwareFaults();
    }

    public static void MapLexware(this WebApplication app) =>
        app.MapSurface(Surface.Control).MapLexwareApi();
}
