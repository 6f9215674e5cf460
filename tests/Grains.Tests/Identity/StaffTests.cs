using Elizon.Audit;
using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Grains.Tests.Identity;

public sealed class StaffTests(IdentityCluster cluster) : IClassFixture<IdentityCluster>
{
    private ElizonCluster Cluster => cluster.Cluster;

    /// <summary>One story: the house is founded once in a cluster's life.</summary>
    [Fact]
    public async Task The_first_of_the_staff_is_made_by_the_offered_token_once()
    {
        var house = Cluster.Grains.GetGrain<IStaffGrain>(StaffGrain.Key);
        Assert.True(await house.Offer(TokenHash.Of("token-of-silo-1")));
        Assert.True(await house.Offer(TokenHash.Of("token-of-silo-2")));
        Assert.Equal("staff.initToken", (await Refused("guess", "ada@house.example")).Key);

        var ada = await Init("token-of-silo-1", "ada@house.example");

        Assert.Equal((StaffRole.Admin, true), (ada.User.Roles, ada.User.Verified));
        var principal = (await cluster.Admit(ada)).Principal!;
        Assert.Equal((CallerKind.Staff, StaffRole.Admin), (principal.Kind, principal.Roles));
        Assert.Equal("staff.exists", (await Refused("token-of-silo-2", "eve@house.example")).Key);
        Assert.False(await house.Offer(TokenHash.Of("token-of-silo-3")));
        Assert.Equal(
            ada.User.Id,
            (
                await cluster.Desk.Login(
                    "ada@house.example",
                    IdentityCluster.Password,
                    cluster.Visitor
                )
            )
                .User
                .Id
        );
    }

    [Fact]
    public async Task New_rights_reach_open_sessions_at_once_and_are_audited_with_their_reason()
    {
        var person = await Cluster.Customer();
        var boss = new Caller(
            new UserId("boss"),
            CallerKind.Staff,
            "session/boss",
            Permission.None,
            Cluster.Clock.GetUtcNow(),
            Reason: "joins support"
        );

        await Cluster.Grains.User(person.Id).SetRoles(StaffRole.Support, boss);

        var principal = (
            await Cluster.Grains.SessionCredential(person.Session.Value).Admit("x")
        ).Principal!;
        Assert.Equal((CallerKind.Staff, StaffRole.Support), (principal.Kind, principal.Roles));
        var entry = (
            await Cluster
                .Grains.AuditReader()
                .List(new AuditFilter(Action: "staff.roles"), new PageRequest(1, 10))
        ).Items[0];
        Assert.Equal(
            ("session/boss", $"user/{person.Id}", person.Id, "joins support", "Support"),
            (entry.Actor, entry.Target, entry.Owner!.Value, entry.Reason, entry.Details!["to"])
        );
    }

    [Fact]
    public async Task Staff_find_persons_by_the_beginning_of_address_name_company_or_by_id()
    {
        var person = await Cluster.Customer(p =>
            p with
            {
                LastName = "Über_mann%",
                Company = "Zebra GmbH",
                AccountType = AccountType.Business,
            }
        );
        foreach (var text in new[] { person.Email[..^8], "ÜBER_mann%", "zebra", person.Id.Value })
            Assert.Contains(person.Id, (await Search(text)).Select(p => p.Id));
        Assert.DoesNotContain(person.Id, (await Search("über%")).Select(p => p.Id));
        Assert.DoesNotContain(person.Id, (await Search("mann")).Select(p => p.Id));
    }

    private async Task<PersonView[]> Search(string text) =>
        (await Cluster.Grains.UserDirectory().Search(text, new PageRequest(1, 100))).Items;

    private Task<Refusal> Refused(string token, string email) =>
        Assert.ThrowsAsync<Refusal>(() => Init(token, email));

    private Task<SignedIn> Init(string token, string email) =>
        cluster.Desk.InitStaff(
            token,
            new Registration(
                email,
                IdentityCluster.Password,
                new Profile(
                    "Ada",
                    "Staff",
                    AccountType.Private,
                    null,
                    null,
                    "",
                    "",
                    "",
                    "",
                    null,
                    "de"
                ),
                true
            ),
            cluster.Visitor
        );
}
