using Orleans.Concurrency;

namespace Elizon.Grains.Tests.Activation;

[Alias("Elizon.Tests.IFirstTurnProbe")]
public interface IFirstTurnProbe : IGrainWithStringKey
{
    /// <summary>True when another thread could hand over a call to this very grain while this one runs.</summary>
    [Alias("CallFromOutside")]
    Task<bool> CallFromOutside();

    [Alias("Nothing"), OneWay]
    Task Nothing();
}

/// <summary>Has no state to load, so that nothing makes its activation wait.</summary>
[GrainType("test-first-turn")]
public sealed class FirstTurnProbe : Grain, IFirstTurnProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<bool> CallFromOutside()
    {
        var self = this.AsReference<IFirstTurnProbe>();
        var other = new Thread(() => self.Nothing().Ignore());
        other.Start();
        return Task.FromResult(other.Join(Patience));
    }

    public Task Nothing() => Task.CompletedTask;
}
