using System.Diagnostics;
using Elizon.Api.Tests.OpenApi;
using Xunit.Abstractions;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>One pass over every operation of the document.</summary>
public sealed class FuzzRun(ApiFixture api, ITestOutputHelper output)
{
    public Fuzzer Fuzzer { get; } =
        new(api.Http, api.Host.Cluster, (_, _) => "abc123", new Signer(api.Host.Cluster));

    public async Task Each(Func<Fuzzer, ApiOperation, Task<string[]>> act)
    {
        var document = await ApiDocument.Fetch(api.Http);
        var faults = new List<string>();
        foreach (var operation in document.Operations)
        {
            var started = Stopwatch.GetTimestamp();
            faults.AddRange(await act(Fuzzer, operation));
            output.WriteLine(
                $"{operation}: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"
            );
        }
        Report(faults);
        output.WriteLine($"{Fuzzer.Sent} requests");
    }

    public static void Report(IReadOnlyCollection<string> faults) =>
        Assert.True(
            faults.Count == 0,
            $"{faults.Count} faults:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(200))}"
        );
}
