using System.Diagnostics.Metrics;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Mail;

internal static class MailMetrics
{
    private static readonly Counter<long> Tries = StorageMetrics.Meter.CreateCounter<long>(
        "elizon.mail.tries",
        description: "Tries to send a mail, by template and result."
    );

    public static void Tried(string template, MailResult result) =>
        Tries.Add(1, new("template", template), new("result", result.ToString()));
}
