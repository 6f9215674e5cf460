using Elizon.Sandbox.Control;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mail;

/// <summary>Writes RCPT and DATA with their reply codes into the call log; 0 is a connection that was cut.</summary>
internal sealed class SmtpLog(CallLog calls, SandboxClock clock)
{
    public void Add(string command, string address, int code) =>
        calls.Add(
            MailSimulator.SimulatorName,
            new LoggedCall(0, command, address, string.Empty, code, clock.GetUtcNow(), 0)
        );
}
