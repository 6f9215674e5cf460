namespace Elizon.Sandbox.Pterodactyl;

/// <summary>
/// What the panel and its daemons can be told. Keys and durations are for development: nothing here is a secret.
/// </summary>
public sealed class PterodactylOptions
{
    /// <summary>Application API key with every right; 48 characters as the panel's own.</summary>
    public string ApplicationKey { get; set; } = "ptla_sandboxadminkey0000000000000000000000000000";

    /// <summary>Client API key of the root administrator: works on both APIs and on every server.</summary>
    public string ClientKey { get; set; } = "ptlc_sandboxadminkey0000000000000000000000000000";

    /// <summary>The panel's URL as its daemons know it (<c>remote</c>); sockets must send it as <c>Origin</c>. Null: the bound address.</summary>
    public string? PanelUrl { get; set; }

    /// <summary>Further origins that sockets may send; <c>*</c> allows any.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Requests per minute and user, Application API.</summary>
    public int ApplicationRateLimit { get; set; } = 240;

    /// <summary>Requests per minute and user, Client API.</summary>
    public int ClientRateLimit { get; set; } = 720;

    /// <summary>Console tokens per minute and user; newer panels give 5. 0: no limit of their own.</summary>
    public int WebsocketRateLimit { get; set; }

    /// <summary>Life of a console token.</summary>
    public TimeSpan ConsoleTokenLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Life of a signed download or upload URL.</summary>
    public TimeSpan SignedUrlLife { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often an open socket's token is looked at for <c>token expiring</c> and <c>token expired</c>.</summary>
    public TimeSpan TokenCheckInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A token with this much life or less counts as expiring.</summary>
    public TimeSpan TokenExpiringWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A socket that has not authenticated by then is closed.</summary>
    public TimeSpan SocketAuthTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Sockets per server; the next one is refused with 400.</summary>
    public int SocketsPerServer { get; set; } = 30;

    /// <summary>Lines that <c>send logs</c> replays.</summary>
    public int LogLines { get; set; } = 150;

    /// <summary>Frames that wait for a slow socket; then the oldest is lost.</summary>
    public int SocketBacklog { get; set; } = 16_384;

    /// <summary>Console lines per <see cref="ThrottlePeriod"/>; more are lost.</summary>
    public int ThrottleLines { get; set; } = 2_000;

    public TimeSpan ThrottlePeriod { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Token buckets per socket, as daemons from 1.12 on have them. Off: a socket may send as fast as it likes.</summary>
    public bool SocketRateLimits { get; set; } = true;

    /// <summary>Tokens carry and daemons demand the <c>scope</c> claim, as from 1.12.2 on.</summary>
    public bool TokenScopes { get; set; } = true;

    /// <summary>How long <c>resources</c> answers the same numbers.</summary>
    public TimeSpan ResourcesCache { get; set; } = TimeSpan.FromSeconds(20);

    public TimeSpan InstallAtLeast { get; set; } = TimeSpan.FromSeconds(3);
    public TimeSpan InstallAtMost { get; set; } = TimeSpan.FromSeconds(6);
    public TimeSpan StartAtLeast { get; set; } = TimeSpan.FromSeconds(2);
    public TimeSpan StartAtMost { get; set; } = TimeSpan.FromSeconds(4);
    public TimeSpan StopAtLeast { get; set; } = TimeSpan.FromSeconds(1);
    public TimeSpan StopAtMost { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A stop that takes longer is ended by a kill.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a backup or its restoration takes.</summary>
    public TimeSpan BackupTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a daemon is unreachable while it restarts.</summary>
    public TimeSpan DaemonRestartTime { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Mean pause between the lines a running game prints by itself; zero turns chatter off.</summary>
    public TimeSpan Chatter { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>A crash this soon after the last one is not restarted.</summary>
    public TimeSpan CrashWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Ports per node that are there from the start, from 25565 up.</summary>
    public int AllocationsPerNode { get; set; } = 400;

    /// <summary>Backups per server in <see cref="BackupThrottlePeriod"/>, deleted ones counted.</summary>
    public int BackupThrottleLimit { get; set; } = 2;

    public TimeSpan BackupThrottlePeriod { get; set; } = TimeSpan.FromSeconds(600);
}
