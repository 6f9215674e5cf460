using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Bank;

internal static class BankRegistration
{
    public static void AddBank(this IServiceCollection services)
    {
        services.AddSingleton<BankBook>();
        services.AddSingleton<ISimulator, BankSimulator>();
        services.AddBankFaults();
    }

    public static void MapBank(this IEndpointRouteBuilder app) =>
        app.MapSurface(Surface.Control).MapBankCalls();
}
