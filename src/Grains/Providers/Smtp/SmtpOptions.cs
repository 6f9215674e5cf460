namespace Elizon.Grains.Providers.Smtp;

/// <summary>
/// The submission server; configuration section <c>Mail</c>. The defaults suit the sandbox. Off the own machine TLS is
/// required: port 465 from the first byte, else STARTTLS.
/// </summary>
internal sealed class SmtpOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "127.0.0.1";

    public int Port { get; set; } = 8025;

    /// <summary>Empty: no login.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "elizon <noreply@elizon.example>";

    /// <summary>Where answers go; empty: the sender.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Connections at the same time from one silo.</summary>
    public int Connections { get; set; } = 4;
}
