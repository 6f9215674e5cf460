using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Configuration;
using Orleans.Reminders;

namespace Elizon.Silo.Hosting;

/// <summary>The silo's Orleans settings: one PostgreSQL pool for clustering, persistence and reminders, and quick failover.</summary>
public static class ElizonSilo
{
    public const string ClusterId = "elizon";
    public const string ServiceId = "elizon";

    public static ISiloBuilder UseElizon(this ISiloBuilder silo, NpgsqlDataSource database)
    {
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (ClusterId, ServiceId));
        silo.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", database));
        silo.UseElizonStores(database);
        silo.Configure<ClusterMembershipOptions>(Failover.Configure);
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = Failover.ResponseTimeout);
        return silo;
    }

    /// <summary>Stores and schedulers without clustering, for in-process test clusters too.</summary>
    public static ISiloBuilder UseElizonStores(this ISiloBuilder silo, NpgsqlDataSource database)
    {
        silo.AddAdoNetGrainStorageAsDefault(o =>
            (o.Invariant, o.DataSource) = ("Npgsql", database)
        );
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = ("Npgsql", database));
        silo.Services.AddElizonStorage(database);
        return silo;
    }
}

/// <summary>A dead silo is routed around within 5 s (orleans sheet, section 5).</summary>
internal static class Failover
{
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

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
