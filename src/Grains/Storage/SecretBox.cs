using Microsoft.AspNetCore.DataProtection;

namespace Elizon.Grains.Storage;

internal sealed class SecretBox(IDataProtectionProvider protection) : ISecretBox
{
    private readonly IDataProtector _protector = protection.CreateProtector("elizon.secrets.v1");

    public string Seal(string secret) => _protector.Protect(secret);

    public string Open(string sealedText) => _protector.Unprotect(sealedText);
}
