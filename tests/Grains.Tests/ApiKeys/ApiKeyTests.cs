using Elizon.ApiKeys;
using Elizon.Identity;
using Orleans.Core.Internal;

namespace Elizon.Grains.Tests.ApiKeys;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_key_speaks_for_its_person_within_its_scopes_until_it_is_deleted()
    {
        var person = await _cluster.Customer();
        var key = await Create(person, new ApiKeyRequest("ci", ["services:read"]));

        var principal = (await Admit(key)).Principal!;
        Assert.Equal(
            (person.Id, CallerKind.ApiKey, true),
            (principal.User, principal.Kind, principal.Verified)
        );
        Assert.Equal(["services:read"], principal.Scopes!);

        await _cluster.Grains.User(person.Id).DeleteApiKey(key.Id, By(person));
        Assert.Null((await Admit(key)).Principal);
        Assert.Empty(await _cluster.Grains.User(person.Id).ApiKeys());
    }

    [Fact]
    public async Task The_token_is_shown_once_and_kept_nowhere()
    {
        var person = await _cluster.Customer();
        var key = await Create(
            person,
            new ApiKeyRequest("once", ["services:read"]),
            new Operation("op", "h")
        );
        var again = await Create(
            person,
            new ApiKeyRequest("once", ["services:read"]),
            new Operation("op", "h")
        );

        Assert.StartsWith("elk_", key.Token, StringComparison.Ordinal);
        Assert.Equal(
            key with
            {
                Token = null,
            },
            again with
            {
                Scopes = key.Scopes,
                IpAddresses = key.IpAddresses,
            }
        );
        var listed = Assert.Single(await _cluster.Grains.User(person.Id).ApiKeys());
        Assert.Null(listed.Token);
        Assert.Equal($"elk_…{key.Token![^4..]}", listed.Masked);
        foreach (
            var (table, column) in new[]
            {
                ("aggregate", "state"),
                ("handled", "answer"),
                ("outbox", "payload"),
            }
        )
            Assert.Equal(
                0L,
                await _cluster.Scalar<long>(
                    $"select count(*) from {table} where {column}::text like '%{key.Token}%'"
                )
            );
    }

    [Fact]
    public async Task A_key_works_from_its_addresses_only()
    {
        var person = await _cluster.Customer();
        var key = await Create(
            person,
            new ApiKeyRequest("home", ["services:read"], IpAddresses: ["203.0.113.0/24"])
        );
        Assert.NotNull((await Admit(key, "203.0.113.9")).Principal);
        Assert.Null((await Admit(key, "198.51.100.9")).Principal);
    }

    [Fact]
    public async Task A_key_has_its_own_limit()
    {
        var person = await _cluster.Customer();
        var key = await Create(person, new ApiKeyRequest("slow", ["services:read"], RateLimit: 2));
        var answers = new List<bool>();
        for (var i = 0; i < 4; i++)
            answers.Add((await Admit(key)).Rate.Allowed);
        Assert.Equal([true, true, false, false], answers);

        var usage = Assert.Single(await _cluster.Grains.User(person.Id).ApiKeyUsage());
        Assert.Equal(
            (4, 4, 2),
            (usage.Total, usage.Days.Single().Requests, usage.Days.Single().Limited)
        );
    }

    [Fact]
    public async Task Use_is_counted_over_a_restart_of_the_key()
    {
        var person = await _cluster.Customer();
        var key = await Create(person, new ApiKeyRequest("busy", ["services:read"]));
        for (var i = 0; i < 3; i++)
            await Admit(key);
        await _cluster
            .Grains.ApiKeyCredential(key.Id.Value)
            .Cast<IGrainManagementExtension>()
            .DeactivateOnIdle();
        await Admit(key);
        Assert.Equal(4, (await _cluster.Grains.User(person.Id).ApiKeyUsage()).Single().Total);
    }

    [Fact]
    public async Task A_key_for_staff_routes_follows_the_rights_of_its_person()
    {
        var person = await _cluster.Customer();
        var boss = By(person) with { User = new UserId("boss"), Kind = CallerKind.Staff };
        await _cluster.Grains.User(person.Id).SetRoles(StaffRole.Admin, boss);
        var ops = await Create(person, new ApiKeyRequest("ops", ["admin"]));
        var plain = await Create(person, new ApiKeyRequest("plain", ["services:read"]));
        Assert.Equal(StaffRole.Admin, (await Admit(ops)).Principal!.Roles);
        Assert.Equal(StaffRole.None, (await Admit(plain)).Principal!.Roles);

        await _cluster.Grains.User(person.Id).SetRoles(StaffRole.None, boss);
        Assert.Equal(StaffRole.None, (await Admit(ops)).Principal!.Roles);
    }

    private Caller By(Customer person, Operation? operation = null) =>
        person.Caller(_cluster.Clock.GetUtcNow(), operation);

    private Task<ApiKeyView> Create(
        Customer person,
        ApiKeyRequest request,
        Operation? operation = null
    ) => _cluster.Grains.User(person.Id).CreateApiKey(request, By(person, operation));

    private Task<Admission> Admit(ApiKeyView key, string address = "203.0.113.7") =>
        _cluster.Grains.ApiKeyCredential(key.Id.Value).Admit(address);
}
