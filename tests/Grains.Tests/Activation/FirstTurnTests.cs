using Elizon.Fixtures;

namespace Elizon.Grains.Tests.Activation;

/// <summary>What a new grain does first must not hold up who calls it.</summary>
public sealed class FirstTurnTests
{
    [Fact]
    public async Task A_new_grain_takes_calls_while_its_first_request_runs()
    {
        await using var cluster = await ElizonCluster.Start();

        var reached = await cluster.Grains.GetGrain<IFirstTurnProbe>("new").CallFromOutside();

        Assert.True(reached, "A call to the grain could not even be handed over.");
    }
}
