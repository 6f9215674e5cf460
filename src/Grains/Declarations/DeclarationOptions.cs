namespace Elizon.Grains.Declarations;

/// <summary>The operator's settings, section "Declarations".</summary>
public sealed class DeclarationOptions
{
    public const string Section = "Declarations";

    /// <summary>Declarations a minute from one network address (IPv6: one /64), both steps counted.</summary>
    public int PerMinute { get; set; } = 10;

    /// <summary>Declarations in 24 hours that name one e-mail address: each sends a mail there.</summary>
    public int PerEmailADay { get; set; } = 10;
}
