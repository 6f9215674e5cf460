using System.Net;
using System.Net.Sockets;

namespace Elizon.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("elizon-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("service")]
    [InlineData("service", "show")]
    [InlineData("apply")]
    [InlineData("balance", "credit", "ann", "viel")]
    [InlineData("invoice", "correct", "RE-2026-000001", "--line", "1:5")]
    [InlineData("invoice", "draft", "ann")]
    [InlineData("invoice", "draft", "ann", "--line", "Support")]
    [InlineData("invoice", "draft", "ann", "--line", "Support=0.001")]
    public async Task A_wrong_command_line_is_a_usage_fault(params string[] args)
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Usage, await world.Run(args));
        Assert.Contains("--help", world.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("service", "--help")]
    [InlineData("apply", "--help")]
    public async Task Help_is_there_for_everything(params string[] args)
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Ok, await world.Run(args));
        Assert.Contains("--json", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_told_apart()
    {
        using var world = TestWorld.Of(
            _home,
            new Dictionary<string, string> { ["ELIZON_KEY"] = "x", ["ELIZON_API"] = Closed() }
        );
        Assert.Equal(ExitCode.Unreachable, await world.Run("doctor"));
        Assert.Contains("does not answer", world.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_JSON_for_programs()
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Denied, await world.Run("audit", "list", "--json"));
        Assert.Contains("\"success\": false", world.Output, StringComparison.Ordinal);
    }

    /// <summary>A port that was just free: nobody listens there.</summary>
    private static string Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
