using Xunit.Abstractions;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>What is odd but fits: whatever it does, it is never a 5xx and never without the envelope. On a host of its own: it leaves a mess.</summary>
public sealed class OddTests(ApiFixture api, ITestOutputHelper output) : IClassFixture<ApiFixture>
{
    [Fact]
    public Task What_is_odd_but_fits_is_never_a_fault_of_ours() =>
        new FuzzRun(api, output).Each((fuzzer, operation) => fuzzer.Odd(operation));
}
