using System.ComponentModel.DataAnnotations;
using Elizon.Api.Replies;
using Elizon.Api.Requests;
using Elizon.Api.Rules;
using Elizon.Api.Tests.OpenApi;
using Elizon.Catalog;
using Microsoft.AspNetCore.Builder;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>The fuzz finds what it is for: on a route that is sound it is silent, on planted faults it is not.</summary>
public sealed class PlantedFaultTests(PlantedFaultTests.Routes routes)
    : IClassFixture<PlantedFaultTests.Routes>
{
    public sealed record Rich(
        [property: MaxLength(40)] string Name,
        [property: Range(1, 20)] int Count,
        CartItem[] Items,
        Money? Price = null,
        Permission? Rights = null,
        DateTimeOffset? At = null,
        Dictionary<string, string>? Labels = null,
        bool Sure = false
    );

    public sealed record Loose(string Text);

    public sealed class Routes : IAsyncLifetime
    {
        public ApiHost Host { get; private set; } = null!;

        public HttpClient Http { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await ApiHost.Start(routes: Map);
            Http = Host.Client();
        }

        public async Task DisposeAsync()
        {
            Http.Dispose();
            await Host.DisposeAsync();
        }

        private static void Map(IEndpointRouteBuilder app)
        {
            var routes = app.MapGroup("");
            routes.AddEndpointFilterFactory(ParameterBounds.Create);
            routes
                .MapPost(
                    "/test/sound/{id}",
                    (
                        ServiceId id,
                        [Range(1, 50)] int? page,
                        Word<RefusalKind>? kind,
                        DateTimeOffset? from,
                        Rich body
                    ) => Reply.Ok()
                )
                .Public();
            routes
                .MapPost("/test/crash", (Loose body) => Reply.Ok("n", 1 / (body.Text.Length - 300)))
                .Public();
        }
    }

    [Fact]
    public async Task A_sound_route_has_no_fault()
    {
        var sound = await Operation("/test/sound/{id}");
        Assert.Empty(await Fuzzer().Breaking(sound));
        Assert.Empty(await Fuzzer().Odd(sound));
    }

    [Fact]
    public async Task A_crash_is_found() =>
        Assert.Contains(
            await Fuzzer().Odd(await Operation("/test/crash")),
            f => f.EndsWith(": 500", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_row_more_is_found()
    {
        var before = await RowCounts.Read(routes.Host.Database);
        await routes.Host.Cluster.Scalar<int>(
            "insert into handled (key, at) values ('planted', now()) returning 1"
        );
        Assert.Equal(
            [$"handled: {before["handled"]} -> {before["handled"] + 1}"],
            RowCounts.Differences(before, await RowCounts.Read(routes.Host.Database))
        );
    }

    private Fuzzer Fuzzer() =>
        new(routes.Http, routes.Host.Cluster, (_, _) => "abc123", new Signer(routes.Host.Cluster));

    private async Task<ApiOperation> Operation(string path) =>
        (await ApiDocument.Fetch(routes.Http)).Operations.Single(o => o.Path == path);
}
