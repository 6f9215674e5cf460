using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Mail;

/// <summary>The names of the mail server's fault switches; the target of each is a recipient's domain.</summary>
internal static class MailFaults
{
    public const string Greylist = "rcpt.greylist";
    public const string Refuse = "rcpt.550";
    public const string Unavailable = "rcpt.421";
    public const string Slow = "rcpt.slow";
    public const string TemporaryFailure = "data.451";
    public const string TooLarge = "data.552";
    public const string Cut = "data.cut";
    public const string LostAnswer = "data.lost-answer";

    public static void AddMailFaults(this IServiceCollection services)
    {
        void Add(string name, string summary) =>
            services.AddFault(MailSimulator.SimulatorName, name, summary);

        Add(
            Greylist,
            "450 for an address seen for the first time, accepted after the delay (none) has passed. Target: a domain."
        );
        Add(Refuse, "550, no such mailbox. Target: a domain.");
        Add(Unavailable, "421, and the connection is closed. Target: a domain.");
        Add(Slow, "The answer to RCPT takes its time. Delay: 5 s. Target: a domain.");
        Add(TemporaryFailure, "451 after the message; it is not stored. Target: a domain.");
        Add(TooLarge, "552 after the message, as if it were too large. Target: a domain.");
        Add(Cut, "The connection breaks after the message, which is NOT stored. Target: a domain.");
        Add(
            LostAnswer,
            "The message is stored, then the connection breaks without the 250. Target: a domain."
        );
    }
}
