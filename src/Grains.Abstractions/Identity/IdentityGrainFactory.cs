namespace Elizon.Identity;

/// <summary>The only way to the grains of this feature.</summary>
public static class IdentityGrainFactory
{
    public static IUserGrain User(this IGrainFactory grains, UserId id) =>
        grains.GetGrain<IUserGrain>(id.Value);

    public static IUserDirectory UserDirectory(this IGrainFactory grains) =>
        grains.GetGrain<IUserDirectory>(0);
}
