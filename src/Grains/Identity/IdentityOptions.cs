namespace Elizon.Grains.Identity;

/// <summary>Settings of accounts and logins; configuration section <c>Identity</c>.</summary>
internal sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>Version of the terms in force, kept with each registration.</summary>
    public string TermsVersion { get; set; } = "2026-11-01";

    /// <summary>Whether anyone may sign up, and which kinds.</summary>
    public bool Registration { get; set; } = true;

    public bool PrivateRegistration { get; set; } = true;

    public bool BusinessRegistration { get; set; } = true;

    /// <summary>Sign-ups a minute from one address (IPv6: one /64).</summary>
    public int RegistrationsPerMinute { get; set; } = 30;

    /// <summary>Logins, and uses of reset links, a minute from one address.</summary>
    public int LoginsPerMinute { get; set; } = 30;

    /// <summary>Requests a minute of a session, and of a key that asks for no less.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Where the silo writes the one-time token for the first staff account; empty: nowhere.</summary>
    public string InitTokenFile { get; set; } = "";
}
