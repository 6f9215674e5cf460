using System.Net;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class UserTests : ServerTest
{
    private static object Body(
        string? email = "pat@example.com",
        string? username = "Pat.Layer",
        string? external = null
    ) =>
        new
        {
            email,
            username,
            first_name = "Pat",
            last_name = "Layer",
            external_id = external,
        };

    [Fact]
    public async Task A_user_is_created_with_a_lower_case_name_and_a_link()
    {
        var user = await Post($"{Application}users", Body(external: "c-1"), HttpStatusCode.Created);

        Assert.Equal("pat.layer", (string?)user["attributes"]!["username"]);
        Assert.EndsWith(
            "/api/application/users/2",
            (string)user["meta"]!["resource"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (int)(await Get($"{Application}users/external/c-1"))["attributes"]!["id"]!);
    }

    [Theory]
    [InlineData(null, "fine", "email", "required")]
    [InlineData("not an address", "fine", "email", "email")]
    [InlineData("a@example.com", "x", "username", "p_username")]
    [InlineData("a@example.com", "-bad-", "username", "p_username")]
    [InlineData("root@panel.example", "fine", "email", "unique")]
    [InlineData("a@example.com", "ROOT", "username", "unique")]
    public async Task Bad_input_names_field_and_rule(
        string? email,
        string username,
        string field,
        string rule
    )
    {
        var error = await Refused(HttpMethod.Post, $"{Application}users", Body(email, username));

        Assert.Equal((422, "ValidationException"), (error.Http, error.Code));
        Assert.Equal((field, rule), (error.Field, error.Rule));
    }

    [Fact]
    public async Task Each_failed_field_is_an_error_of_its_own()
    {
        var error = await Refused(HttpMethod.Post, $"{Application}users", new { });

        Assert.Equal(4, error.Count);
        Assert.Equal("The email field is required.", error.Detail);
    }

    [Fact]
    public async Task A_change_has_to_repeat_the_required_fields()
    {
        var id = await NewUser();

        var error = await Refused(
            HttpMethod.Patch,
            $"{Application}users/{id}",
            new { password = "new secret" }
        );

        Assert.Equal((422, 4), (error.Http, error.Count));
    }

    [Fact]
    public async Task A_change_does_not_collide_with_itself()
    {
        var id = await NewUser();

        var user = await Json(
            HttpMethod.Patch,
            $"{Application}users/{id}",
            Body("player@example.com", "player")
        );

        Assert.Equal("player", (string?)user["attributes"]!["username"]);
    }

    [Fact]
    public async Task A_user_with_servers_cannot_be_deleted()
    {
        var id = await NewUser();
        var server = await Installed(await ServerBody(user: id));

        var error = await Refused(HttpMethod.Delete, $"{Application}users/{id}");

        Assert.Equal((400, "DisplayException"), (error.Http, error.Code));
        await Json(
            HttpMethod.Delete,
            $"{Application}servers/{server.Id}",
            expect: HttpStatusCode.NoContent
        );
        await Json(HttpMethod.Delete, $"{Application}users/{id}", expect: HttpStatusCode.NoContent);
        Assert.Equal(404, (await Refused(HttpMethod.Get, $"{Application}users/{id}")).Http);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_500_although_the_user_is_there()
    {
        await SwitchOn("pterodactyl", "user.mail-failed", new { remaining = 1 });

        var error = await Refused(HttpMethod.Post, $"{Application}users", Body());

        Assert.Equal(500, error.Http);
        var found = await Get($"{Application}users?filter[email]=pat@example.com");
        Assert.Equal(1, (int)found["meta"]!["pagination"]!["total"]!);
    }
}
