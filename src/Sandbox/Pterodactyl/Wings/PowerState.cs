namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The words of a process's state. Not to be mixed up with the panel's <c>status</c>.</summary>
internal static class PowerState
{
    public const string Offline = "offline";
    public const string Starting = "starting";
    public const string Running = "running";
    public const string Stopping = "stopping";
}
