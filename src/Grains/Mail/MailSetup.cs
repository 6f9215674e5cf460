using Elizon.Grains.Providers.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMails(this IServiceCollection services)
    {
        services.AddOptions<MailSiteOptions>().BindConfiguration(MailSiteOptions.Section);
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<MailCourier>();
        return services.AddSmtp();
    }
}
