using System.Text.Json;
using Elizon.Api.Replies;
using Elizon.Catalog;
using Elizon.Cli.Catalog;
using Elizon.Cli.Output;
using Elizon.Cli.Tests.Commands;

namespace Elizon.Cli.Tests.Catalog;

public sealed class CatalogBodyTests
{
    [Fact]
    public void The_platform_reads_exactly_what_the_command_line_sends()
    {
        using var world = TestWorld.Of(Path.GetTempPath());
        var document = CatalogFile
            .Read(Repository.File("deploy", "catalog.yaml"), world.World)
            .Document;
        var sent = JsonSerializer.Serialize(document, CliJson.Options);
        var read = JsonSerializer.Deserialize<CatalogDocument>(sent, ApiJson.Requests);
        Assert.Equal(sent, JsonSerializer.Serialize(read, CliJson.Options));
    }

    [Fact]
    public void The_command_line_reads_what_the_platform_answers()
    {
        var applied = new CatalogApplied(
            3,
            DryRun: true,
            [new(CatalogChangeKind.Changed, "product/mc-s", "prices.30", "4.99", "5.99")]
        );
        var answer = JsonSerializer.Serialize(applied, ApiJson.Replies);
        var read = JsonSerializer.Deserialize<CatalogApplied>(answer, CliJson.Options)!;
        Assert.Equal(applied.Changes, read.Changes);
    }
}
