using Xunit.Abstractions;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>What breaks the document gets a 4xx in the envelope and leaves every table as it was. On a host of its own: it counts.</summary>
public sealed class BreakingTests(ApiFixture api, ITestOutputHelper output)
    : IClassFixture<ApiFixture>
{
    [Fact]
    public Task What_breaks_the_document_is_refused_and_writes_nothing() =>
        new FuzzRun(api, output).Each((fuzzer, operation) => fuzzer.Breaking(operation));
}
