using Elizon.Api.Hosting;
using Elizon.Billing;
using Elizon.Grains.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Serialization.TypeSystem;

namespace Elizon.Grains.Tests.Activation;

public sealed class InterfaceNameTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public void Every_interface_is_called_what_orleans_calls_it()
    {
        var silo = _cluster.Silos.GetSiloServiceProvider();
        Assert.IsType<KnownInterfaceTypes>(silo.GetServices<IGrainInterfaceTypeProvider>().First());
        var ours = silo.GetRequiredService<GrainInterfaceTypeResolver>();
        var theirs = new GrainInterfaceTypeResolver(
            [new AttributeGrainInterfaceTypeProvider(silo)],
            silo.GetRequiredService<TypeConverter>()
        );
        Type[] interfaces =
        [
            .. new[] { typeof(IAccountGrain).Assembly, typeof(IInbox).Assembly }
                .SelectMany(a => a.GetTypes())
                .Where(t => t.IsInterface && t.IsAssignableTo(typeof(IAddressable))),
        ];
        Assert.True(interfaces.Length > 80);
        // Twice: the second answer is the remembered one.
        foreach (var type in interfaces.Concat(interfaces))
            Assert.Equal(theirs.GetGrainInterfaceType(type), ours.GetGrainInterfaceType(type));
    }
}
