namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What the panel tells a daemon about one server, fetched before each start and on each sync.</summary>
/// <param name="Uuid">The server.</param>
/// <param name="Name">Its name.</param>
/// <param name="Suspended">No start while set; a running process is stopped.</param>
/// <param name="Environment">Variables of the container.</param>
/// <param name="Invocation">Start line with its placeholders.</param>
/// <param name="SkipScripts">Installing runs no script.</param>
/// <param name="MemoryMiB">0: unlimited.</param>
/// <param name="DiskMiB">0: unlimited.</param>
/// <param name="CpuPercent">Of one core; 0: unlimited.</param>
/// <param name="Image">Container image.</param>
/// <param name="Ip">Default allocation.</param>
/// <param name="Port">Default allocation.</param>
/// <param name="Done">A line that holds one of these marks the server as running; <c>regex:</c> begins a pattern.</param>
/// <param name="StripAnsi">Colour codes are removed before the markers are looked for.</param>
/// <param name="Stop">A console command, or <c>^C</c> for a signal.</param>
/// <param name="FileDenylist">Files nobody may change.</param>
/// <param name="EggName">Chooses the game that is played.</param>
/// <param name="InstallImage">Image of the install container.</param>
internal sealed record ServerConfiguration(
    string Uuid,
    string Name,
    bool Suspended,
    IReadOnlyDictionary<string, string> Environment,
    string Invocation,
    bool SkipScripts,
    long MemoryMiB,
    long DiskMiB,
    long CpuPercent,
    string Image,
    string Ip,
    int Port,
    IReadOnlyList<string> Done,
    bool StripAnsi,
    string Stop,
    IReadOnlyList<string> FileDenylist,
    string EggName,
    string InstallImage
);
