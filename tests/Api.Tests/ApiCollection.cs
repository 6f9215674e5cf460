using System.Collections.Concurrent;
using Elizon.Identity;

namespace Elizon.Api.Tests;

/// <summary>One host for all tests of this assembly; a test makes its own people and things and counts nothing that others may have made.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<ApiFixture>
{
    public const string Name = "api";
}

/// <summary>The shared host.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _keys = new();
    private readonly Lazy<Task<Customer>> _customer;

    private readonly ConcurrentDictionary<StaffRole, Lazy<Task<Customer>>> _staff = new();

    public ApiFixture() => _customer = new(() => Host.Cluster.Customer());

    private SandboxWorld _world = null!;

    public ApiHost Host { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Somebody who owns nothing; for tests that change nothing.</summary>
    public Task<Customer> Customer() => _customer.Value;

    /// <summary>A key of <see cref="Customer"/> with one scope.</summary>
    public Task<string> Key(string scope) =>
        _keys
            .GetOrAdd(
                scope,
                s => new Lazy<Task<string>>(async () => await Host.Cluster.Key(await Customer(), s))
            )
            .Value;

    /// <summary>Somebody of the house with these roles.</summary>
    public Task<Customer> Staff(StaffRole roles) =>
        _staff.GetOrAdd(roles, r => new Lazy<Task<Customer>>(() => Host.Cluster.Staff(r))).Value;

    public async Task InitializeAsync()
    {
        _world = await SandboxWorld.Start();
        Host = await ApiHost.Start(silo: _world.Connect);
        Http = Host.Client();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await _world.DisposeAsync();
    }
}
