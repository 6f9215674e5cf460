namespace Elizon.Identity;

/// <summary>A person together with their balance. Stateless: asks the person and the account.</summary>
[Alias("IProfileDesk")]
public interface IProfileDesk : IGrainWithIntegerKey
{
    [Alias("Show")]
    Task<UserView> Show(UserId user);

    /// <exception cref="Refusal">Invalid with every fault named.</exception>
    [Alias("Change")]
    Task<UserView> Change(UserId user, ProfileChange change, Caller by);
}
