using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Mail;

/// <summary>Finds out address and language, opens the secrets, writes the letter and hands it over.</summary>
internal sealed partial class MailCourier(
    IGrainFactory grains,
    MailRenderer renderer,
    IMail line,
    ISecretBox secrets,
    ILogger<MailCourier> logger
)
{
    /// <summary>How long a mail of this template is worth sending; null: as long as mails are tried.</summary>
    public TimeSpan? Worth(string template) => renderer.Worth(template);

    public async Task<MailOutcome> Send(long id, SendMail mail)
    {
        try
        {
            var (address, locale) = await Recipient(mail);
            return await line.Send(
                renderer.Write(id, address, mail.Template, locale, Values(mail))
            );
        }
        catch (Refusal gone) when (gone.Kind == RefusalKind.NotFound)
        {
            return MailOutcome.Refused("no such person");
        }
        catch (MailTemplateException error)
        {
            LogTemplate(logger, mail.Template, id, error.Message);
            return MailOutcome.Refused("template");
        }
    }

    private async Task<(string Address, string Locale)> Recipient(SendMail mail)
    {
        if (mail.Address is { } address)
            return (address, mail.Locale);
        var person = await grains.User(mail.To!.Value).BillingProfile();
        return (person.Email, person.Locale);
    }

    private Dictionary<string, string> Values(SendMail mail)
    {
        var values = new Dictionary<string, string>(mail.Values);
        foreach (var (name, secret) in mail.Secrets ?? [])
            values[name] = secrets.Open(secret);
        return values;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Template} {Id}: {Fault}")]
    private static partial void LogTemplate(ILogger logger, string template, long id, string fault);
}
