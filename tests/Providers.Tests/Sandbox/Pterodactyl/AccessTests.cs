using System.Net;
using System.Text;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class AccessTests : PterodactylTest
{
    [Fact]
    public async Task A_wrong_key_is_401_with_the_status_as_a_string()
    {
        var error = await Refused(HttpMethod.Get, $"{Application}users", key: "ptla_wrong");

        Assert.Equal(
            new PanelError(401, "AuthenticationException", "401", "Unauthenticated."),
            error
        );
    }

    [Fact]
    public async Task Without_a_JSON_accept_a_missing_key_redirects_to_the_login()
    {
        using var answer = await Http.GetAsync(new Uri(Host.Panel, $"{Application}users"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/auth/login", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_application_key_is_refused_on_the_client_API()
    {
        var error = await Refused(HttpMethod.Get, "api/client", key: Keys.ApplicationKey);

        Assert.Equal((403, "AccessDeniedHttpException"), (error.Http, error.Code));
        Assert.Contains("requires a client API key", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_administrators_client_key_works_on_both_APIs()
    {
        await Get("api/client", Keys.ClientKey);
        await Get($"{Application}users", Keys.ClientKey);
    }

    [Fact]
    public async Task A_players_client_key_is_refused_on_the_application_API()
    {
        var key = await NewKey(new { user = await NewUser() });

        var error = await Refused(HttpMethod.Get, $"{Application}users", key: key);

        Assert.Equal((403, "AccessDeniedHttpException"), (error.Http, error.Code));
    }

    [Theory]
    [InlineData(0, 403, 403)]
    [InlineData(1, 200, 403)]
    [InlineData(2, 403, 422)]
    [InlineData(3, 200, 422)]
    public async Task A_right_covers_reading_writing_or_both(int right, int reads, int writes)
    {
        var rights = new Dictionary<string, int> { ["users"] = right };
        var key = await NewKey(new { application = true, rights });

        using var read = await Call(HttpMethod.Get, $"{Application}users", key: key);
        using var write = await Call(HttpMethod.Post, $"{Application}users", new { }, key);

        Assert.Equal(reads, (int)read.StatusCode);
        Assert.Equal(writes, (int)write.StatusCode);
    }

    [Fact]
    public async Task A_key_bound_to_other_addresses_is_refused()
    {
        var key = await NewKey(new { allowedIps = new[] { "10.0.0.0/8" } });

        var error = await Refused(HttpMethod.Get, "api/client", key: key);

        Assert.Equal(403, error.Http);
        Assert.StartsWith("This IP address (127.0.0.1)", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_that_does_not_parse_is_400()
    {
        using var body = new StringContent("{\"email\":", Encoding.UTF8, "application/json");

        var error = await Refused(HttpMethod.Post, $"{Application}users", body);

        Assert.Equal((400, "BadRequestHttpException"), (error.Http, error.Code));
        Assert.Contains("appears to be malformed", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_name_that_comes_twice_the_last_value_counts()
    {
        using var body = new StringContent(
            "{\"email\":\"bad\",\"email\":\"a@example.com\"}",
            Encoding.UTF8,
            "application/json"
        );

        var error = await Refused(HttpMethod.Post, $"{Application}users", body);

        Assert.Equal(("username", "required"), (error.Field, error.Rule));
    }

    [Fact]
    public async Task JSON_without_its_content_type_is_no_input()
    {
        using var body = new StringContent(
            "{\"email\":\"a@example.com\"}",
            Encoding.UTF8,
            "text/plain"
        );

        var error = await Refused(HttpMethod.Post, $"{Application}users", body);

        Assert.Equal((422, "email", "required"), (error.Http, error.Field, error.Rule));
    }

    [Fact]
    public async Task An_unknown_route_and_a_wrong_verb_are_404_and_405()
    {
        var unknown = await Refused(HttpMethod.Get, $"{Application}unicorns");
        var wrong = await Refused(HttpMethod.Put, $"{Application}users");

        Assert.Equal((404, "NotFoundHttpException"), (unknown.Http, unknown.Code));
        Assert.Equal((405, "MethodNotAllowedHttpException"), (wrong.Http, wrong.Code));
    }
}
