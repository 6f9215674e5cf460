using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Admin;

internal static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) =>
        services
            .AddSingleton<IExamination, DatabaseExamination>()
            .AddSingleton<IExamination, DueExamination>()
            .AddSingleton<IExamination, OutboxExamination>()
            .AddSingleton<IExamination, PanelExamination>();
}
