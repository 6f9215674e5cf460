using System.Collections.Concurrent;
using Elizon.Grains.Identity;
using Elizon.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.Identity;

/// <summary>One cluster per test class of this feature, with the words of a visitor.</summary>
public sealed class IdentityCluster : IAsyncLifetime
{
    public const string Password = "Correct-Horse-7-abcdefghij";

    public ElizonCluster Cluster { get; private set; } = null!;

    /// <summary>A visitor of his own per test, so that limits per address never meet.</summary>
    public Visitor Visitor { get; } = new("203.0.113.7", "test");

    public ISignInDesk Desk => Cluster.Grains.SignInDesk();

    /// <summary>The hash of each password check so far; null stands for a person that does not exist.</summary>
    public ConcurrentQueue<string?> PasswordChecks { get; } = new();

    public async Task InitializeAsync() =>
        Cluster = await ElizonCluster.Start(services: services =>
            services.AddSingleton<IIncomingGrainCallFilter>(new CheckCounter(PasswordChecks))
        );

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    public Task<SignedIn> SignUp(
        string email,
        string password = Password,
        Operation? operation = null
    ) =>
        Desk.Register(
            new Registration(
                email,
                password,
                new Profile(
                    "Jo",
                    "Doe",
                    AccountType.Private,
                    null,
                    null,
                    "Weg 1",
                    "10115",
                    "Berlin",
                    "DE",
                    null,
                    "de"
                ),
                true
            ),
            Visitor,
            operation
        );

    public async Task<SignedIn> Verified(string email, string password = Password)
    {
        var signedIn = await SignUp(email, password);
        await Cluster
            .Grains.User(signedIn.User.Id)
            .VerifyAccount(await Cluster.CodeOf(email), By(signedIn));
        return signedIn;
    }

    public Task<Admission> Admit(SignedIn session) =>
        Cluster.Grains.SessionCredential(TokenHash.Of(session.Token)).Admit("203.0.113.7");

    public Caller By(SignedIn session) =>
        new(
            session.User.Id,
            CallerKind.Session,
            $"session/{TokenHash.Of(session.Token)[..12]}",
            Permission.None,
            Cluster.Clock.GetUtcNow()
        );

    public static SessionId IdOf(SignedIn session) => new(TokenHash.Of(session.Token));

    private sealed class CheckCounter(ConcurrentQueue<string?> checks) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (
                context.Grain is PasswordGrain
                && context.MethodName == nameof(IPasswordGrain.Check)
            )
                checks.Enqueue((string?)context.Request.GetArgument(0));
            return context.Invoke();
        }
    }
}
