namespace Elizon.Admin;

/// <summary>The only way to the grains of this feature.</summary>
public static class AdminGrainFactory
{
    public static IDoctor Doctor(this IGrainFactory grains) => grains.GetGrain<IDoctor>(0);

    public static IBacklog Backlog(this IGrainFactory grains) => grains.GetGrain<IBacklog>(0);
}
