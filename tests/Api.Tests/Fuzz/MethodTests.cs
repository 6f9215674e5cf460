using Elizon.Api.Tests.OpenApi;
using Xunit.Abstractions;

namespace Elizon.Api.Tests.Fuzz;

[Collection(ApiCollection.Name)]
public sealed class MethodTests(ApiFixture api, ITestOutputHelper output)
{
    [Fact]
    public async Task A_method_that_a_path_does_not_know_is_405_in_the_envelope()
    {
        var document = await ApiDocument.Fetch(api.Http);
        var fuzzer = new FuzzRun(api, output).Fuzzer;
        var faults = new List<string>();
        foreach (var path in document.Operations.GroupBy(o => o.Path))
        foreach (
            var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND" }
        )
            if (!Answers(document, path.Key, method))
                faults.AddRange(
                    await fuzzer.Send(
                        path.First(),
                        new BadRequest(
                            $"as {method}",
                            () => new HttpRequestMessage(new HttpMethod(method), path.Key),
                            true,
                            405
                        )
                    )
                );
        FuzzRun.Report(faults);
    }

    /// <summary>"/services/{id}" also stands for "/services/status-batch".</summary>
    private static bool Answers(ApiDocument document, string path, string method)
    {
        var segments = path.Split('/');
        return document
            .Operations.Where(o => o.Method == method)
            .Select(o => o.Path.Split('/'))
            .Any(other =>
                other.Length == segments.Length
                && other.Zip(segments).All(s => s.First == s.Second || s.First.StartsWith('{'))
            );
    }
}
