using System.Collections.Frozen;
using Elizon.Consoles;
using Elizon.Services;
using Orleans.Concurrency;

namespace Elizon.Grains.Consoles;

/// <summary>Asks the service for the caller's right, then passes on.</summary>
[StatelessWorker]
internal sealed class ConsoleDesk : Grain, IConsoleDesk
{
    private const int LongestCommand = 2_000;

    private static readonly FrozenDictionary<string, ServiceAction> PowerActions = new[]
    {
        ServiceAction.Start,
        ServiceAction.Stop,
        ServiceAction.Restart,
        ServiceAction.Kill,
    }.ToFrozenDictionary(a => a.ToString().ToLowerInvariant());

    public async Task Command(ServiceId service, ConsoleCommand command, Caller caller)
    {
        if (command is { Action: { } word, Command: null })
        {
            if (!PowerActions.TryGetValue(word, out var action))
                throw ConsoleRefusals.OneLineOrOneAction();
            await GrainFactory.Service(service).Act(action, caller);
            return;
        }
        if (
            command is not { Command: { Length: > 0 and <= LongestCommand } line, Action: null }
            || line.Any(char.IsControl)
        )
            throw ConsoleRefusals.OneLineOrOneAction();
        var binding = await GrainFactory.Service(service).ForCommand(caller);
        await GrainFactory.Console(service).Send(binding, line);
    }

    public async Task<ConsoleAccess> Access(ServiceId service, Caller caller)
    {
        await GrainFactory.Service(service).OpenConsole(caller);
        var path = $"/api/services/{service}/console";
        return new ConsoleAccess("sse", $"{path}/stream", $"{path}/command");
    }
}
