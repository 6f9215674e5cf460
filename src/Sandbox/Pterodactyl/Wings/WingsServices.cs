using System.Security.Cryptography;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What the daemons of all nodes share.</summary>
internal sealed record WingsServices(
    PterodactylOptions Options,
    SandboxClock Clock,
    FaultSwitches Faults,
    IPanelRemote Remote,
    SandboxStore Store,
    string DataPath,
    RandomNumberGenerator Random,
    ILogger Log
);
