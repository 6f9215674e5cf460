using System.Net;
using Elizon.Api.Hosting;
using Elizon.Grains.Activation;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Elizon.Silo.Hosting;

/// <summary>The silo's Orleans settings: one PostgreSQL pool for clustering, persistence and reminders, and quick failover.</summary>
public static class ElizonSilo
{
    public static ISiloBuilder UseElizon(
        this ISiloBuilder silo,
        SiloSettings settings,
        NpgsqlDataSource database
    )
    {
        var address = IPAddress.Parse(settings.Advertise);
        silo.Configure<ClusterOptions>(ClusterIdentity.Configure);
        silo.ConfigureEndpoints(
            address,
            settings.SiloPort == 0 ? FreePort.Pick(address) : settings.SiloPort,
            settings.GatewayPort == 0 ? FreePort.Pick(address) : settings.GatewayPort
        );
        silo.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", database));
        silo.UseElizonStores(database);
        silo.Configure<ClusterMembershipOptions>(Failover.Configure);
        silo.Configure<SiloMessagingOptions>(o =>
            o.ResponseTimeout = ClusterIdentity.ResponseTimeout
        );
        silo.Services.AddElizonKeyRing();
        silo.AddActivityPropagation();
        if (settings.Dashboard)
            silo.AddDashboard();
        return silo;
    }

    /// <summary>Stores, schedulers and how grains are made and named, without clustering; for in-process test clusters too.</summary>
    public static ISiloBuilder UseElizonStores(this ISiloBuilder silo, NpgsqlDataSource database)
    {
        silo.AddAdoNetGrainStorageAsDefault(o =>
            (o.Invariant, o.DataSource) = ("Npgsql", database)
        );
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = ("Npgsql", database));
        silo.Services.AddElizonStorage(database);
        silo.Services.AddActivation();
        silo.Services.AddKnownInterfaceTypes();
        return silo;
    }
}

/// <summary>A dead silo is routed around within 5 s (docs/operations.md has what was measured).</summary>
internal static class Failover
{
    public static void Configure(ClusterMembershipOptions o)
    {
        o.ProbeTimeout = TimeSpan.FromSeconds(1.5);
        o.NumMissedProbesLimit = 2;
        // One vote decides: with two silos nobody else could cast a second.
        o.NumVotesForDeathDeclaration = 1;
        o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
    }
}
