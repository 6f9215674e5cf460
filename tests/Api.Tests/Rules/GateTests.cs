using System.Net;
using System.Text.Json;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Microsoft.AspNetCore.Builder;

namespace Elizon.Api.Tests.Rules;

/// <summary>Who gets through the gate, and as whom: real sessions and keys, routes of this test that tell who called.</summary>
public sealed class GateTests(GateTests.Routes routes) : IClassFixture<GateTests.Routes>
{
    private readonly ApiHost _host = routes.Host;
    private readonly HttpClient _http = routes.Http;

    public sealed record Seen(
        string User,
        CallerKind Kind,
        string By,
        Permission Needs,
        string? Operation,
        string? BodyHash,
        string? Reason,
        string? Credential
    );

    public sealed class Routes : IAsyncLifetime
    {
        public ApiHost Host { get; private set; } = null!;

        public HttpClient Http { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await ApiHost.Start(
                new Dictionary<string, string>
                {
                    ["Origins:0"] = "https://panel.example",
                    ["FailedCredentialLimit"] = "5",
                    ["Proxies:0"] = "127.0.0.1",
                },
                routes: Map
            );
            Http = Host.Client();
        }

        public async Task DisposeAsync()
        {
            Http.Dispose();
            await Host.DisposeAsync();
        }

        private static void Map(IEndpointRouteBuilder app)
        {
            app.MapGet("/test/public", See).Public();
            app.MapGet("/test/no-key", See).Public().NoKey();
            app.MapGet("/test/user/{id}", See).User("services:read", Permission.View);
            app.MapPost("/test/user/{id}", See).User("services:write", Permission.Settings);
            app.MapGet("/test/session", See).Session();
            app.MapPost("/test/session", See).Session();
            app.MapGet("/test/unverified", See).Session().Unverified();
            app.MapGet("/test/staff", See).Staff(StaffRole.Billing);
            app.MapPost("/test/staff", See).Staff(StaffRole.Billing);
            app.MapGet("/test/limited", See).Public().Limit(2);
            app.MapGet("/test/internal", () => Reply.Ok()).Internal();
        }

        private static IResult See(Caller caller, Client client) =>
            Reply.Ok(
                "seen",
                new Seen(
                    caller.User.Value,
                    caller.Kind,
                    caller.By,
                    caller.Needs,
                    caller.Operation?.Key,
                    caller.Operation?.BodyHash,
                    caller.Reason,
                    client.Credential
                )
            );
    }

    [Fact]
    public async Task A_session_calls_as_its_person_with_what_the_route_needs()
    {
        var anna = await _host.Cluster.Customer();
        var seen = await See(Get("/test/user/s1").With(anna));
        Assert.Equal(
            (anna.Id.Value, CallerKind.Session, Permission.View, (string?)TokenHash.Of(anna.Token)),
            (seen.User, seen.Kind, seen.Needs, seen.Credential)
        );
        Assert.StartsWith("session/", seen.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_calls_as_its_person_within_its_scopes()
    {
        var anna = await _host.Cluster.Customer();
        var key = await _host.Cluster.Key(anna, "services:read");
        var seen = await See(Get("/test/user/s1").Key(key));
        Assert.Equal((anna.Id.Value, CallerKind.ApiKey), (seen.User, seen.Kind));
        await Refused(Post("/test/user/s1").Key(key), HttpStatusCode.Forbidden, "scope.missing");
    }

    [Theory]
    [InlineData("/test/session")]
    [InlineData("/test/no-key")]
    public async Task A_key_does_not_open_what_is_for_sessions(string path)
    {
        var key = await _host.Cluster.Key(await _host.Cluster.Customer(), "services:read");
        await Refused(Get(path).Key(key), HttpStatusCode.Forbidden, "apikey.sessionOnly");
    }

    [Fact]
    public async Task A_public_route_takes_nobody_and_somebody()
    {
        var anna = await _host.Cluster.Customer();
        Assert.Equal(CallerKind.Anonymous, (await See(Get("/test/public"))).Kind);
        Assert.Equal(anna.Id.Value, (await See(Get("/test/public").With(anna))).User);
    }

    [Fact]
    public async Task A_stale_session_is_nobody_on_a_public_route_and_refused_elsewhere()
    {
        var stale = $"els_{new string('x', 43)}";
        Assert.Equal(
            CallerKind.Anonymous,
            (await See(From("198.51.100.1", Get("/test/public")).Bearer(stale))).Kind
        );
        await Refused(
            From("198.51.100.1", Get("/test/session")).Bearer(stale),
            HttpStatusCode.Unauthorized,
            "auth.invalid"
        );
    }

    [Theory]
    [InlineData("x-api-key", "rubbish", "auth.invalid")]
    [InlineData("x-api-key", "els_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "auth.invalid")]
    [InlineData(
        "Authorization",
        "Bearer elk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "auth.header"
    )]
    [InlineData("Authorization", "Basic YTpi", "auth.header")]
    [InlineData("Authorization", "Bearer ", "auth.header")]
    public async Task A_header_that_holds_no_token_of_ours_is_refused_everywhere(
        string header,
        string value,
        string key
    )
    {
        var request = From("198.51.100.2", Get("/test/public"));
        request.Headers.TryAddWithoutValidation(header, value);
        await Refused(request, HttpStatusCode.Unauthorized, key);
    }

    [Fact]
    public async Task Guessing_keys_is_slowed_down()
    {
        for (var i = 0; i < 5; i++)
            await Refused(Guess(i), HttpStatusCode.Unauthorized, "auth.invalid");
        await Refused(Guess(5), HttpStatusCode.TooManyRequests, "rate.limited");
    }

    [Theory]
    [InlineData(null, "origin.foreign")]
    [InlineData("https://evil.example", "origin.foreign")]
    [InlineData("null", "origin.foreign")]
    [InlineData("https://panel.example", null)]
    [InlineData("ours", null)]
    public async Task A_mutating_call_with_the_cookie_needs_our_origin(
        string? origin,
        string? refused
    )
    {
        var anna = await _host.Cluster.Customer();
        var request = Post("/test/session").Cookie(anna);
        if (origin is not null)
            request.Headers.Add(
                "Origin",
                origin == "ours" ? _host.Address.GetLeftPart(UriPartial.Authority) : origin
            );
        if (refused is null)
            Assert.Equal(anna.Id.Value, (await See(request)).User);
        else
            await Refused(request, HttpStatusCode.Forbidden, refused);
    }

    [Fact]
    public async Task Reading_with_the_cookie_needs_no_origin()
    {
        var anna = await _host.Cluster.Customer();
        Assert.Equal(anna.Id.Value, (await See(Get("/test/session").Cookie(anna))).User);
    }

    [Fact]
    public async Task A_registration_reaches_only_what_is_open_to_it()
    {
        var anna = await _host.Cluster.Registration();
        await Refused(
            Get("/test/session").With(anna),
            HttpStatusCode.Forbidden,
            "account.unverified"
        );
        Assert.Equal(anna.Id.Value, (await See(Get("/test/unverified").With(anna))).User);
    }

    [Fact]
    public async Task Staff_act_for_the_house_on_staff_routes_only()
    {
        var ada = await _host.Cluster.Staff(StaffRole.Billing);
        Assert.Equal(CallerKind.Staff, (await See(Get("/test/staff").With(ada))).Kind);
        Assert.Equal(CallerKind.Session, (await See(Get("/test/user/s1").With(ada))).Kind);
    }

    [Fact]
    public async Task Staff_without_the_role_and_customers_are_refused()
    {
        var support = await _host.Cluster.Staff(StaffRole.Support);
        var customer = await _host.Cluster.Customer();
        await Refused(Get("/test/staff").With(support), HttpStatusCode.Forbidden, "staff.role");
        await Refused(Get("/test/staff").With(customer), HttpStatusCode.Forbidden, "staff.role");
    }

    [Fact]
    public async Task A_mutating_staff_call_says_why()
    {
        var ada = await _host.Cluster.Staff(StaffRole.Billing);
        await Refused(Post("/test/staff").With(ada), HttpStatusCode.BadRequest, "reason.missing");
        var request = Post("/test/staff").With(ada);
        request.Headers.Add("X-Reason", "the customer called");
        Assert.Equal("the customer called", (await See(request)).Reason);
    }

    [Fact]
    public async Task The_operation_follows_from_person_route_and_key_and_the_hash_from_the_body()
    {
        var anna = await _host.Cluster.Customer();
        var bert = await _host.Cluster.Customer();
        var first = await See(Keyed(anna, "/test/user/s1", "k", "{}"));
        var again = await See(Keyed(anna, "/test/user/s1", "k", "{}"));
        var body = await See(Keyed(anna, "/test/user/s1", "k", "{ }"));
        var query = await See(Keyed(anna, "/test/user/s1?a=1", "k", "{}"));
        var thing = await See(Keyed(anna, "/test/user/s2", "k", "{}"));
        var other = await See(Keyed(bert, "/test/user/s1", "k", "{}"));
        Assert.Equal((first.Operation, first.BodyHash), (again.Operation, again.BodyHash));
        Assert.Equal(64, first.Operation!.Length);
        Assert.Equal((first.Operation, first.Operation), (body.Operation, query.Operation));
        Assert.Equal(3, new[] { first.BodyHash, body.BodyHash, query.BodyHash }.Distinct().Count());
        Assert.Equal(
            3,
            new[] { first.Operation, thing.Operation, other.Operation }.Distinct().Count()
        );
        Assert.Equal(first.BodyHash, other.BodyHash);
    }

    [Fact]
    public async Task A_bad_operation_key_is_refused()
    {
        var anna = await _host.Cluster.Customer();
        await Refused(
            Keyed(anna, "/test/user/s1", new string('k', 256), "{}"),
            HttpStatusCode.BadRequest,
            "idempotency.key"
        );
    }

    [Fact]
    public async Task The_limit_of_a_route_counts_by_address_and_tells_when_it_ends()
    {
        Assert.Equal(["2", "1"], await Limits("198.51.100.20"));
        Assert.Equal(["2", "0"], await Limits("198.51.100.20"));
        using var third = await _http.SendAsync(From("198.51.100.20", Get("/test/limited")));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        var body = JsonDocument.Parse(await third.Content.ReadAsStringAsync()).RootElement;
        Assert.InRange(body.GetProperty("retryAfter").GetInt32(), 1, 60);
        Assert.Equal(
            body.GetProperty("retryAfter")
                .GetInt32()
                .ToString(System.Globalization.CultureInfo.InvariantCulture),
            third.Headers.GetValues("Retry-After").Single()
        );
        Assert.Equal(["2", "1"], await Limits("198.51.100.21"));
    }

    [Fact]
    public async Task One_IPv6_subscriber_is_one_address()
    {
        Assert.Equal(["2", "1"], await Limits("2001:db8:1:1::1"));
        Assert.Equal(["2", "0"], await Limits("2001:db8:1:1:ffff::2"));
        Assert.Equal(["2", "1"], await Limits("2001:db8:1:2::1"));
    }

    [Fact]
    public async Task Internal_routes_do_not_exist_for_others()
    {
        using var near = await _http.SendAsync(Get("/test/internal"));
        Assert.Equal(HttpStatusCode.OK, near.StatusCode);
        await Refused(
            From("198.51.100.30", Get("/test/internal")),
            HttpStatusCode.NotFound,
            "route.unknown"
        );
    }

    [Fact]
    public async Task Every_answer_forbids_what_a_browser_could_do_with_it()
    {
        using var answer = await _http.SendAsync(Get("/api/ping"));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(
            "default-src 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Behind_TLS_the_browser_is_told_to_stay_there()
    {
        using var request = Get("/api/ping");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await _http.SendAsync(request);
        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            answer.Headers.GetValues("Strict-Transport-Security").Single()
        );
    }

    private static HttpRequestMessage Guess(int n) =>
        From("198.51.100.40", Get("/test/user/s1")).Key($"elk_{n.ToString("D43", null)}");

    private async Task<string[]> Limits(string address)
    {
        using var answer = await _http.SendAsync(From(address, Get("/test/limited")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(13, answer.Headers.GetValues("X-RateLimit-Reset").Single().Length);
        return
        [
            answer.Headers.GetValues("X-RateLimit-Limit").Single(),
            answer.Headers.GetValues("X-RateLimit-Remaining").Single(),
        ];
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path) => new(HttpMethod.Post, path);

    private static HttpRequestMessage From(string address, HttpRequestMessage request)
    {
        request.Headers.Add("X-Forwarded-For", address);
        return request;
    }

    private static HttpRequestMessage Keyed(Customer person, string path, string key, string body)
    {
        var request = Post(path).With(person);
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new StringContent(body);
        return request;
    }

    private async Task<Seen> See(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await _http.SendAsync(request))
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
            return JsonDocument
                .Parse(text)
                .RootElement.GetProperty("seen")
                .Deserialize<Seen>(ApiJson.Replies)!;
        }
    }

    private async Task Refused(HttpRequestMessage request, HttpStatusCode status, string key)
    {
        using (request)
        using (var answer = await _http.SendAsync(request))
        {
            var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(
                (status, key),
                (answer.StatusCode, body.GetProperty("errorKey").GetString())
            );
        }
    }
}
