namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Why a power action is not done: said on the socket that asked, silent on HTTP.</summary>
internal static class PowerError
{
    public const string Busy =
        "another power action is currently being processed for this server, please try again later";
    public const string Running = "server is running";
    public const string Suspended = "server is currently in a suspended state";
    public const string Installing = "server is currently installing";
    public const string Restoring = "server is currently being restored";
    public const string Unknown = "attempting to handle unknown power action";
}
