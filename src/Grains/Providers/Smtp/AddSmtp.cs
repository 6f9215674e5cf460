using Elizon.Grains.Admin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Elizon.Grains.Providers.Smtp;

internal static class SmtpRegistration
{
    public static IServiceCollection AddSmtp(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section);
        services.TryAddSingleton<SmtpConnections>();
        services.TryAddSingleton<SmtpEnvelope>();
        services.TryAddSingleton<IMail, SmtpMail>();
        services.AddSingleton<IExamination, SmtpExamination>();
        return services;
    }
}
