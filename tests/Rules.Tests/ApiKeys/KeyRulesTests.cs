using Elizon.ApiKeys;
using Elizon.Grains.ApiKeys;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Rules.Tests.Identity;

namespace Elizon.Rules.Tests.ApiKeys;

public sealed class KeyRulesTests
{
    private static readonly ApiKeyRequest Plain = new("ci", ["services:read", "keys:write"]);

    [Fact]
    public void A_key_is_kept_without_its_token_and_its_owner_is_told()
    {
        var change = Create(Samples.Verified, Plain);
        Assert.Equal("wxyz", change.Next.Keys.Single().Tail);
        Assert.Equal(
            "new-api-key",
            change.Messages<Elizon.Grains.Mail.SendMail>().Single().Template
        );
    }

    [Fact]
    public void An_unverified_account_makes_no_keys() =>
        Assert.Equal("account.unverified", Refused(() => Create(Samples.Registered, Plain)).Key);

    [Fact]
    public void Every_fault_is_named_at_once() =>
        Assert.Equal(
            ["expiresAt", "ipAddresses", "name", "rateLimit", "scopes"],
            Refused(() =>
                Create(
                    Samples.Verified,
                    new ApiKeyRequest(" ", ["services:fly"], Samples.Now, ["10.0.0.1/8"], 0)
                )
            )
                .ValidationErrors.Select(e => e.Split('\'')[1])
                .Order()
        );

    [Fact]
    public void The_scope_of_staff_routes_is_for_staff()
    {
        var request = new ApiKeyRequest("ops", ["admin"]);
        Assert.Equal("request.invalid", Refused(() => Create(Samples.Verified, request)).Key);
        Assert.Single(
            Create(Samples.Verified with { Roles = StaffRole.Support }, request).Next.Keys
        );
    }

    [Theory]
    [InlineData("scopes", "services:write", null, null, null)]
    [InlineData("life", "services:read", null, "10.1.0.0/16", 60)]
    [InlineData("life", "services:read", 2, "10.1.0.0/16", 60)]
    [InlineData("addresses", "services:read", 1, "11.0.0.1", 60)]
    [InlineData("addresses", "services:read", 1, null, 60)]
    [InlineData("addresses", "services:read", 1, "0.0.0.0/0", 60)]
    [InlineData("requests", "services:read", 1, "10.1.0.0/16", null)]
    public void A_key_grants_nothing_beyond_its_own(
        string what,
        string scope,
        int? days,
        string? network,
        int? rate
    )
    {
        var refusal = Refused(() => Create(WithMaker(), Of(scope, days, network, rate), ByMaker()));
        Assert.Equal("apikey.beyondOwn", refusal.Key);
        Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_may_grant_what_it_has() =>
        Assert.Equal(
            2,
            Create(WithMaker(), Of("services:read", 1, "10.1.2.3", 60), ByMaker()).Next.Keys.Count
        );

    [Fact]
    public void An_account_has_at_most_fifty_keys()
    {
        var state = Samples.Verified;
        for (var i = 0; i < KeyRules.MostKeys; i++)
            state = Create(state, Plain, id: $"{i:000000000000}").Next;
        Assert.Equal("apikey.tooMany", Refused(() => Create(state, Plain)).Key);
    }

    [Fact]
    public void Deleting_ends_the_key_and_an_unknown_one_is_not_found()
    {
        var state = Create(Samples.Verified, Plain).Next;
        var change = KeyRules.Delete(Samples.Jo, state, state.Keys[0].Id, Samples.Session());
        Assert.Empty(change.Next.Keys);
        Assert.Single(change.Messages<CredentialEnded>());
        Assert.Equal(
            RefusalKind.NotFound,
            Refused(() =>
                KeyRules.Delete(Samples.Jo, change.Next, state.Keys[0].Id, Samples.Session())
            ).Kind
        );
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("203.0.113.0/24", "unknown", false)]
    public void A_key_works_from_its_addresses_only(string network, string from, bool allowed) =>
        Assert.Equal(allowed, KeyNetworks.Of([network]).Allows(from));

    [Theory]
    [InlineData("7")]
    [InlineData("203.0.113.7/33")]
    [InlineData("203.0.113.7/24")]
    [InlineData("localhost")]
    [InlineData("")]
    public void What_is_no_network_is_refused(string text) =>
        Assert.False(KeyNetworks.TryParse(text, out _));

    private static ApiKeyRequest Of(string scope, int? days, string? network, int? rate) =>
        new(
            "child",
            [scope],
            days is { } d ? Samples.Now.AddDays(d) : null,
            network is null ? null : [network],
            rate
        );

    private static UserState WithMaker() =>
        Create(
            Samples.Verified,
            new ApiKeyRequest(
                "maker",
                ["services:read", "keys:write"],
                Samples.Now.AddDays(1),
                ["10.0.0.0/8"],
                60
            ),
            id: "makermakermaker"
        ).Next;

    private static Caller ByMaker() =>
        Samples.Session() with
        {
            Kind = CallerKind.ApiKey,
            By = KeyEntry.ByOf(new ApiKeyId("makermakermaker")),
        };

    private static Change<UserState> Create(
        UserState state,
        ApiKeyRequest request,
        Caller? by = null,
        string id = "newkeynewkey"
    ) =>
        KeyRules.Create(
            Samples.Jo,
            state,
            request,
            new ApiKeyId(id),
            "wxyz",
            600,
            by ?? Samples.Session(),
            Samples.Now
        );

    private static Refusal Refused(Func<object> rule) => Assert.Throws<Refusal>(rule);
}
