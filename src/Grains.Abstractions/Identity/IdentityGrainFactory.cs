namespace Elizon.Identity;

/// <summary>The only way to the grains of this feature; credentials are in <see cref="CredentialGrainFactory"/>.</summary>
public static class IdentityGrainFactory
{
    public static IUserGrain User(this IGrainFactory grains, UserId id) =>
        grains.GetGrain<IUserGrain>(id.Value);

    public static IUserDirectory UserDirectory(this IGrainFactory grains) =>
        grains.GetGrain<IUserDirectory>(0);

    public static ISignInDesk SignInDesk(this IGrainFactory grains) =>
        grains.GetGrain<ISignInDesk>(0);

    public static IProfileDesk ProfileDesk(this IGrainFactory grains) =>
        grains.GetGrain<IProfileDesk>(0);

    public static IRevocationBoard RevocationBoard(this IGrainFactory grains) =>
        grains.GetGrain<IRevocationBoard>(0);
}
