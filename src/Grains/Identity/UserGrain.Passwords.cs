namespace Elizon.Grains.Identity;

internal sealed partial class UserGrain
{
    public Task<string?> PasswordHash() =>
        Task.FromResult(
            aggregate is { Exists: true, State.Lapsed: false } ? aggregate.State.PasswordHash : null
        );

    public async Task AskReset()
    {
        var token = secrets.ResetToken(Id);
        var change = User.AskReset(Id, State, token.Hash, token.Sealed, clock.GetUtcNow());
        if (change is not null)
            await Commit(change);
    }

    public Task CheckReset(string secret)
    {
        User.CheckReset(aggregate.State, ResetHash(secret), clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task ResetPassword(string secret, string passwordHash) =>
        Commit(User.Reset(Id, aggregate.State, ResetHash(secret), passwordHash, clock.GetUtcNow()));

    public Task ChangePassword(
        string seenHash,
        string passwordHash,
        SessionId keep,
        string actor
    ) =>
        Commit(
            User.ChangePassword(Id, State, seenHash, passwordHash, keep, actor, clock.GetUtcNow())
        );

    public async Task Rehash(string seenHash, string newHash)
    {
        if (User.Rehash(State, seenHash, newHash) is { } change)
            await Commit(change);
    }

    private string ResetHash(string secret) => OneTimeSecret.Hash(User.ResetPurpose, Id, secret);
}
