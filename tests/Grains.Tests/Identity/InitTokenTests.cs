using Elizon.Fixtures;
using Elizon.Grains.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.Identity;

/// <summary>The token of the first account, which the operator finds in the data folder.</summary>
public sealed class InitTokenTests
{
    [Fact]
    public async Task What_could_not_be_written_at_the_start_is_written_later()
    {
        var folder = Directory.CreateTempSubdirectory("elizon-init-");
        var data = Path.Combine(folder.FullName, "data");
        var token = Path.Combine(data, "init-token");
        await File.WriteAllTextAsync(data, "in the way of the folder");
        await using var cluster = await ElizonCluster.Start(services: services =>
            services.Configure<IdentityOptions>(o => o.InitTokenFile = token)
        );
        Assert.False(File.Exists(token));

        File.Delete(data);

        await ElizonCluster.Until(
            () => Task.FromResult(File.Exists(token)),
            "the token lies in the folder"
        );
        folder.Delete(recursive: true);
    }
}
