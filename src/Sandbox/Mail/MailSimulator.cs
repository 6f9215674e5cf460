using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Mail.Http;

namespace Elizon.Sandbox.Mail;

/// <summary>The mail server on the control page; its call log holds RCPT and DATA, not HTTP.</summary>
internal sealed class MailSimulator(MailTable table) : ISimulator
{
    public const string SimulatorName = "smtp";
    private const int Shown = 50;

    public string Name => SimulatorName;

    public string Title => "Mail (SMTP)";

    public string Summary =>
        "An SMTP server that keeps every message. People read them in the mailbox at /mailbox, tests at /mail.";

    public bool Owns(HttpContext context) => false;

    public IReadOnlyList<StateTable> State() =>
        [
            new StateTable(
                "Messages",
                ["Subject", "To", "Received"],
                [.. table.List(recipient: null, Shown).Select(MailView.Of).Select(Row)]
            ),
        ];

    private static StateRow Row(MailView mail) =>
        new(
            [mail.Subject, mail.To, mail.ReceivedAt.ToString("u", CultureInfo.InvariantCulture)],
            $"/mailbox/{mail.Id}"
        );
}
