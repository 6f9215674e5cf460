using Elizon.Api.Replies;
using Microsoft.AspNetCore.Builder;

namespace Elizon.Api.Tests.Rules;

public sealed class RuleCheckTests
{
    [Fact]
    public async Task A_route_without_access_keeps_the_program_from_starting()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ApiHost.Start(routes: app =>
            {
                app.MapGet("/test/open", () => Reply.Ok());
                app.MapPost("/test/wide-open", () => Reply.Ok());
            })
        );
        Assert.Contains("HTTP: GET /test/open", error.Message, StringComparison.Ordinal);
        Assert.Contains("HTTP: POST /test/wide-open", error.Message, StringComparison.Ordinal);
        Assert.Contains(".Public()", error.Message, StringComparison.Ordinal);
    }
}
