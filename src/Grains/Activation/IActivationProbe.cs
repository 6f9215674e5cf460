namespace Elizon.Grains.Activation;

/// <summary>Answers once and goes: that it does shows that grains can be made. Each key is asked once.</summary>
[Alias("IActivationProbe")]
public interface IActivationProbe : IGrainWithIntegerKey
{
    [Alias("Answer")]
    Task Answer();
}
