using System.Net;
using System.Text;
using System.Text.Json;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Elizon.Api.Tests.Replies;

/// <summary>Whatever goes wrong wears the envelope. The routes are this test's own, so that each error can be provoked.</summary>
public sealed class ErrorTests(ErrorTests.Routes routes) : IClassFixture<ErrorTests.Routes>
{
    private readonly HttpClient _http = routes.Http;

    private sealed record NoteBody(string Text, int Count = 1);

    public sealed class Routes : IAsyncLifetime
    {
        private ApiHost _host = null!;

        public HttpClient Http { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            _host = await ApiHost.Start(
                new Dictionary<string, string> { ["MaxBody"] = "4096" },
                routes: Map
            );
            Http = _host.Client();
        }

        public async Task DisposeAsync()
        {
            Http.Dispose();
            await _host.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(RefusalKind.Invalid, 400)]
    [InlineData(RefusalKind.Unauthenticated, 401)]
    [InlineData(RefusalKind.PaymentRequired, 402)]
    [InlineData(RefusalKind.Forbidden, 403)]
    [InlineData(RefusalKind.NotFound, 404)]
    [InlineData(RefusalKind.Conflict, 409)]
    [InlineData(RefusalKind.Gone, 410)]
    [InlineData(RefusalKind.Limited, 429)]
    [InlineData(RefusalKind.ProviderDown, 503)]
    public async Task A_refusal_becomes_the_status_of_its_kind(RefusalKind kind, int status)
    {
        using var answer = await _http.GetAsync($"/test/refuse/{(int)kind}");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            """{"success":false,"error":"No.","errorKey":"test.no","validationErrors":["a","b"],"retryAfter":7}""",
            await answer.Content.ReadAsStringAsync()
        );
        Assert.Equal("7", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_fault_tells_a_trace_and_nothing_else()
    {
        using var answer = await _http.GetAsync("/test/fault");
        var error = await Error(answer, HttpStatusCode.InternalServerError);
        Assert.Equal("internal", error.Key);
        Assert.DoesNotContain(
            "secret",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.False(string.IsNullOrEmpty(error.Body.GetProperty("trace").GetString()));
    }

    [Fact]
    public async Task A_fault_of_a_grain_keeps_the_trace_of_its_silo()
    {
        using var answer = await _http.GetAsync("/test/grain-fault");
        var error = await Error(answer, HttpStatusCode.InternalServerError);
        Assert.Equal("t-1", error.Body.GetProperty("trace").GetString());
    }

    [Fact]
    public async Task A_timeout_in_the_cluster_is_an_unknown_outcome()
    {
        using var answer = await _http.GetAsync("/test/timeout");
        var error = await Error(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("outcome.unknown", error.Key);
    }

    [Theory]
    [InlineData("GET", "/nowhere", null, 404, "route.unknown")]
    [InlineData("GET", "/api/nowhere", null, 404, "route.unknown")]
    [InlineData("DELETE", "/api/ping", null, 405, "method.notAllowed")]
    [InlineData("POST", "/test/note", "text/plain", 415, "mediaType.unsupported")]
    [InlineData(
        "POST",
        "/test/note",
        "application/json; charset=utf-16",
        415,
        "mediaType.unsupported"
    )]
    public async Task The_frameworks_own_errors_wear_the_envelope(
        string method,
        string path,
        string? type,
        int status,
        string key
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (type is not null)
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var answer = await _http.SendAsync(request);
        Assert.Equal(key, (await Error(answer, (HttpStatusCode)status)).Key);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(2_000_000)]
    public async Task A_body_beyond_the_limit_is_413(int size)
    {
        using var body = Json($$"""{"text":"{{new string('x', size)}}"}""");
        using var answer = await _http.PostAsync("/test/note", body);
        Assert.Equal(
            "body.tooLarge",
            (await Error(answer, HttpStatusCode.RequestEntityTooLarge)).Key
        );
    }

    [Fact]
    public async Task A_client_that_sends_far_too_much_still_hears_why_it_is_refused()
    {
        using var body = Json(new string(' ', 2_000_000));
        using var answer = await _http.PostAsync("/test/private", body);
        Assert.Equal("auth.required", (await Error(answer, HttpStatusCode.Unauthorized)).Key);
    }

    [Fact]
    public async Task Every_fault_of_a_body_is_named()
    {
        using var body = Json("""{"count":"x"}""");
        using var answer = await _http.PostAsync("/test/note", body);
        var error = await Error(answer, HttpStatusCode.BadRequest);
        Assert.Equal(
            ["'count' must be a whole number in range.", "'text' is required."],
            error.Body.GetProperty("validationErrors").EnumerateArray().Select(e => e.GetString())
        );
    }

    [Fact]
    public async Task Every_fault_of_a_query_is_named()
    {
        using var answer = await _http.GetAsync("/test/query/a%20b?page=x&status=off");
        var error = await Error(answer, HttpStatusCode.BadRequest);
        Assert.Equal(
            [
                "'id' must be an id: 1 to 64 letters, digits, '-' or '_'.",
                "'page' must be a whole number in range.",
                "'kind' is required.",
            ],
            error.Body.GetProperty("validationErrors").EnumerateArray().Select(e => e.GetString())
        );
    }

    [Fact]
    public async Task A_NUL_in_a_query_is_refused()
    {
        using var answer = await _http.GetAsync("/api/ping?x=a%00b");
        Assert.Equal("request.invalid", (await Error(answer, HttpStatusCode.BadRequest)).Key);
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/test/refuse/{kind}",
                IResult (int kind) =>
                    throw new Refusal((RefusalKind)kind, "test.no", "No.", ["a", "b"], 7)
            )
            .Public();
        app.MapGet("/test/fault", IResult () => throw new InvalidOperationException("secret"))
            .Public();
        app.MapGet("/test/grain-fault", IResult () => throw new GrainFault("t-1")).Public();
        app.MapGet("/test/timeout", IResult () => throw new TimeoutException("secret")).Public();
        app.MapPost("/test/private", (NoteBody body) => Reply.Ok()).User("services:write");
        app.MapPost("/test/note", (NoteBody body) => Reply.Ok("text", body.Text)).Public();
        app.MapGet(
                "/test/query/{id}",
                (ServiceId id, int? page, Word<RefusalKind> kind) => Reply.Ok()
            )
            .Public();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<(string? Key, JsonElement Body)> Error(
        HttpResponseMessage answer,
        HttpStatusCode status
    )
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.False(body.GetProperty("success").GetBoolean());
        return (body.GetProperty("errorKey").GetString(), body);
    }
}
