using System.Security.Cryptography;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>Draws what is shown or mailed once: activation codes, reset tokens, session and key tokens.</summary>
internal sealed class OneTimeSecrets(RandomNumberGenerator chance, ISecretBox box)
{
    public const string CodePurpose = "activate";

    /// <param name="addressTaken">Then the hash is of something nobody can type, and what is sealed is not mailed.</param>
    public DrawnCode Code(UserId user, bool addressTaken)
    {
        var code = addressTaken ? OneTimeSecret.NewToken(chance) : OneTimeSecret.NewCode(chance);
        return new DrawnCode(OneTimeSecret.Hash(CodePurpose, user, code), box.Seal(code));
    }

    /// <summary>The token names its person, so that no index of tokens is needed: "id.secret".</summary>
    public DrawnCode ResetToken(UserId user)
    {
        var secret = OneTimeSecret.NewToken(chance);
        return new DrawnCode(
            OneTimeSecret.Hash(User.ResetPurpose, user, secret),
            box.Seal($"{user.Value}.{secret}")
        );
    }

    public string SessionToken() => TokenHash.NewToken(TokenHash.SessionPrefix, chance);

    public string KeyToken() => TokenHash.NewToken(TokenHash.KeyPrefix, chance);

    public UserId UserId() => NewId.Random<UserId>(chance);
}
