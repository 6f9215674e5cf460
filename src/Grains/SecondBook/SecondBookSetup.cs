using Elizon.Grains.Admin;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Elizon.Grains.SecondBook;

internal static class SecondBookSetup
{
    public static IServiceCollection AddSecondBook(this IServiceCollection services)
    {
        services
            .AddOptions<SecondBookOptions>()
            .BindConfiguration(SecondBookOptions.Section)
            .Validate(
                o => o.CallsPerSecond is > 0 and <= 1000,
                "SecondBook:CallsPerSecond is above 0 and at most 1000."
            )
            .ValidateOnStart();
        services.AddSingleton<BookRecords>();
        services.AddSingleton<IExamination, SecondBookExamination>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SecondBookStart>();
        return services;
    }
}
