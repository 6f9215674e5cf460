using Elizon.Sandbox.Pterodactyl;

namespace Elizon.Sandbox;

/// <summary>
/// Where the sandbox listens and keeps its state; bound from the configuration section <c>Sandbox</c>
/// (<c>--Sandbox:Port=8090</c>). A port of 0 takes any free one, which is what tests want.
/// </summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";
    private static readonly int[] DefaultNodePorts = [8092, 8093, 8094];

    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Control API, control pages, Mollie and the mailbox.</summary>
    public int Port { get; set; } = 8090;

    public int PanelPort { get; set; } = 8091;

    /// <summary>One game node (Wings) per port, HTTP and WebSocket.</summary>
    public int[] NodePorts { get; set; } = DefaultNodePorts;

    public int SmtpPort { get; set; } = 8025;

    public string DataPath { get; set; } = ".data/sandbox";

    /// <summary>Offers STARTTLS with a self-signed certificate; then AUTH is possible under TLS only.</summary>
    public bool SmtpStartTls { get; set; }

    public string SmtpUser { get; set; } = "elizon";

    /// <summary>When set, mail is taken only after AUTH with it; else AUTH is optional and takes anything.</summary>
    public string? SmtpPassword { get; set; }

    public string MollieTestKey { get; set; } = "test_sandbox_elizon_0000000000000000";

    public string MollieLiveKey { get; set; } = "live_sandbox_elizon_0000000000000000";

    /// <summary>The account that the bank keeps; the platform's own (<c>Billing:Seller:Iban</c>).</summary>
    public string BankIban { get; set; } = "DE89370400440532013000";

    public string LexwareKey { get; set; } = "sandbox-lexware-key";

    /// <summary>Of Lexware's bucket; the real one gives two.</summary>
    public double LexwareRequestsPerSecond { get; set; } = 2;

    /// <summary>The game panel and its nodes.</summary>
    public PterodactylOptions Pterodactyl { get; set; } = new();

    /// <summary>Root of all chance in fault switches: the same seed gives the same series of outcomes.</summary>
    public long Seed { get; set; } = 1;

    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    public static SandboxOptions From(IConfiguration configuration)
    {
        // The binder appends to an array that has a default, so the default may only come after it.
        var options = new SandboxOptions { NodePorts = [] };
        configuration.GetSection(Section).Bind(options);
        if (options.NodePorts.Length == 0)
            options.NodePorts = DefaultNodePorts;
        return options;
    }
}
