using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Elizon.Grains.Identity;

[GenerateSerializer, Alias("PasswordCheck")]
internal enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, but the hash is of an older form: hash it anew.</summary>
    Outdated,
}

/// <summary>Hashes passwords, some 200 ms of work each, away from every turn that others wait for. Stateless.</summary>
[Alias("IPasswordGrain")]
internal interface IPasswordGrain : IGrainWithIntegerKey
{
    [Alias("Hash")]
    Task<string> Hash(string password);

    /// <param name="hash">Null takes the same time and is wrong: for persons that do not exist.</param>
    [Alias("Check")]
    Task<PasswordCheck> Check(string? hash, string password);
}

[StatelessWorker, GrainType("password")]
internal sealed class PasswordGrain(PasswordHashing hashing) : Grain, IPasswordGrain
{
    public Task<string> Hash(string password) => Task.FromResult(hashing.Hash(password));

    public Task<PasswordCheck> Check(string? hash, string password) =>
        Task.FromResult(hashing.Check(hash, password));
}

/// <summary>PBKDF2-SHA512 with 210,000 rounds (libraries sheet, section 3).</summary>
internal sealed class PasswordHashing
{
    public const int Rounds = 210_000;
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Rounds })
    );

    /// <summary>What is checked when there is nobody: the same work, and no password fits.</summary>
    private readonly string _dummy;

    public PasswordHashing() => _dummy = Hash(Guid.CreateVersion7().ToString());

    public string Hash(string password) =>
        _hasher.HashPassword(Nobody, PasswordRules.Normal(password));

    public PasswordCheck Check(string? hash, string password) =>
        (Verify(hash ?? _dummy, PasswordRules.Normal(password)), hash) switch
        {
            (_, null) or (PasswordVerificationResult.Failed, _) => PasswordCheck.Wrong,
            (PasswordVerificationResult.SuccessRehashNeeded, _) => PasswordCheck.Outdated,
            _ => PasswordCheck.Right,
        };

    /// <summary>What is no hash fits no password.</summary>
    private PasswordVerificationResult Verify(string hash, string password)
    {
        try
        {
            return _hasher.VerifyHashedPassword(Nobody, hash, password);
        }
        catch (FormatException)
        {
            return PasswordVerificationResult.Failed;
        }
    }
}
