using System.Net;

namespace Elizon.Api.Tests.OpenApi;

[Collection(ApiCollection.Name)]
public sealed class OpenApiTests(ApiFixture api)
{
    [Fact]
    public async Task The_document_is_OpenAPI_3_1()
    {
        var document = await ApiDocument.Fetch(api.Http);
        Assert.StartsWith("3.1", (string)document.Root["openapi"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_summary_and_a_tag()
    {
        var document = await ApiDocument.Fetch(api.Http);
        Assert.Empty(
            document
                .Operations.Where(o => o.Summary is null || o.Tags.Count == 0)
                .Select(o => $"{o}: no summary or tag")
        );
        Assert.Empty(
            document.Operations.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key)
        );
    }

    [Fact]
    public async Task Every_schema_has_a_name_that_people_gave_it()
    {
        var document = await ApiDocument.Fetch(api.Http);
        Assert.Empty(
            document.Root["components"]!["schemas"]!
                .AsObject()
                .Select(s => s.Key)
                .Where(n =>
                    n.Contains("Anonymous", StringComparison.Ordinal) || char.IsDigit(n[^1])
                )
        );
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var document = await ApiDocument.Fetch(api.Http);
        Assert.Empty(
            document
                .Operations.Where(o => o.Body is { } body && !body.Fits(o.Example))
                .Select(o => $"{o}: {o.Example?.ToJsonString()}")
        );
    }

    [Fact]
    public async Task The_document_is_revalidated_by_its_tag()
    {
        using var first = await api.Http.GetAsync("/openapi/v1.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await api.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        using var answer = await api.Http.GetAsync("/docs/");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("openapi/v1.json", page, StringComparison.Ordinal);
        Assert.Contains(
            "script-src 'self' 'nonce-",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }
}
