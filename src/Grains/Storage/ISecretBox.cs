namespace Elizon.Grains.Storage;

/// <summary>Encrypts secrets at rest with ASP.NET Data Protection; the key ring lies in the database.</summary>
public interface ISecretBox
{
    string Seal(string secret);

    string Open(string sealedText);
}
