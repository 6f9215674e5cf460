using System.Security.Cryptography;
using System.Text;
using SmtpServer;
using SmtpServer.Authentication;

namespace Elizon.Sandbox.Mail;

/// <summary>AUTH: the configured user and password, or anything when none are configured.</summary>
internal sealed class SmtpLogin(SandboxOptions options) : IUserAuthenticator
{
    public Task<bool> AuthenticateAsync(
        ISessionContext context,
        string user,
        string password,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            options.SmtpPassword is null || (user == options.SmtpUser && IsPassword(password))
        );

    private bool IsPassword(string given) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given),
            Encoding.UTF8.GetBytes(options.SmtpPassword!)
        );
}
