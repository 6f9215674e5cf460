using Elizon.Grains.Identity;
using Elizon.Identity;
using Orleans.Core.Internal;

namespace Elizon.Grains.Tests.Identity;

public sealed class SessionTests(IdentityCluster cluster) : IClassFixture<IdentityCluster>
{
    private ElizonCluster Cluster => cluster.Cluster;

    [Fact]
    public async Task Sessions_are_listed_with_the_current_one_marked()
    {
        var here = await cluster.Verified("lister@customer.example");
        await cluster.Desk.Login(
            "lister@customer.example",
            IdentityCluster.Password,
            new Visitor("198.51.100.9", "phone")
        );

        var sessions = await Cluster.Grains.User(here.User.Id).Sessions(IdentityCluster.IdOf(here));

        Assert.Equal(["phone", "test"], sessions.Select(s => s.UserAgent));
        Assert.Equal([false, true], sessions.Select(s => s.Current));
        Assert.Equal("198.51.100.9", sessions[0].IpAddress);
    }

    [Fact]
    public async Task Ending_one_session_leaves_the_others_and_an_unknown_one_is_not_found()
    {
        var here = await cluster.Verified("ender@customer.example");
        var there = await cluster.Desk.Login(
            "ender@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        var person = Cluster.Grains.User(here.User.Id);

        await person.EndSession(IdentityCluster.IdOf(there), cluster.By(here));

        Assert.Null((await cluster.Admit(there)).Principal);
        Assert.NotNull((await cluster.Admit(here)).Principal);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            person.EndSession(IdentityCluster.IdOf(there), cluster.By(here))
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task Another_person_s_session_is_not_found()
    {
        var mine = await Cluster.Customer();
        var other = await Cluster.Customer();
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Cluster
                .Grains.User(mine.Id)
                .EndSession(other.Session, mine.Caller(Cluster.Clock.GetUtcNow()))
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        Assert.NotNull((await Admit(other.Session)).Principal);
    }

    [Fact]
    public async Task Ending_all_others_says_how_many()
    {
        var here = await cluster.Verified("sweeper@customer.example");
        await cluster.Desk.Login(
            "sweeper@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        await cluster.Desk.Login(
            "sweeper@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        var person = Cluster.Grains.User(here.User.Id);
        Assert.Equal(
            2,
            await person.EndOtherSessions(IdentityCluster.IdOf(here), cluster.By(here))
        );
        Assert.Equal(
            0,
            await person.EndOtherSessions(IdentityCluster.IdOf(here), cluster.By(here))
        );
        Assert.Single(await person.Sessions(IdentityCluster.IdOf(here)));
    }

    [Fact]
    public async Task Logout_ends_the_session_and_a_second_one_changes_nothing()
    {
        var here = await cluster.Verified("leaver@customer.example");
        await cluster.Desk.Logout(IdentityCluster.IdOf(here), cluster.By(here));
        Assert.Null((await cluster.Admit(here)).Principal);
        await cluster.Desk.Logout(IdentityCluster.IdOf(here), cluster.By(here));
        await cluster.Desk.Logout(null, cluster.By(here));
    }

    [Fact]
    public async Task A_session_outlives_its_activation()
    {
        var person = await Cluster.Customer();
        await Admit(person.Session);
        await Cluster
            .Grains.GetGrain<ISessionGrain>(person.Session.Value)
            .Cast<IGrainManagementExtension>()
            .DeactivateOnIdle();
        var principal = (await Admit(person.Session)).Principal!;
        Assert.Equal((person.Id, true), (principal.User, principal.Verified));
    }

    [Fact]
    public async Task Six_hundred_requests_a_minute_are_let_through_and_not_one_more()
    {
        var person = await Cluster.Customer();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 605).Select(_ => Admit(person.Session))
        );
        Assert.Equal(600, answers.Count(a => a.Rate.Allowed));
        Assert.All(answers, a => Assert.Equal(600, a.Rate.Limit));
    }

    [Fact]
    public async Task An_older_word_about_rights_never_overrides_a_newer_one()
    {
        var person = await Cluster.Customer();
        var session = Cluster.Grains.GetGrain<ISessionGrain>(person.Session.Value);
        await session.Apply(7, true, StaffRole.Support);
        await session.Apply(6, true, StaffRole.Admin);
        Assert.Equal(StaffRole.Support, (await Admit(person.Session)).Principal!.Roles);
    }

    [Fact]
    public async Task An_unknown_session_is_nobody() =>
        Assert.Equal(default, await Admit(new SessionId(TokenHash.Of("els_made-up"))));

    private Task<Admission> Admit(SessionId session) =>
        Cluster.Grains.SessionCredential(session.Value).Admit("203.0.113.7");
}
