using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Mail.Http;

namespace Elizon.Sandbox.Mail;

internal static class MailRegistration
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailTable>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<SmtpLog>();
        services.AddSingleton<RecipientFilter>();
        services.AddSingleton<MailDelivery>();
        services.AddHostedService<SmtpListener>();
        services.AddSingleton<ISimulator, MailSimulator>();
        services.AddMailFaults();
    }

    public static void MapMail(this IEndpointRouteBuilder app) =>
        app.MapSurface(Surface.Control).MapMailbox();
}
