using Orleans.Configuration;
using Orleans.Runtime;

namespace Elizon.Api.Hosting;

/// <summary>The Api as a program of its own: an Orleans client that finds the silos in the membership tables.</summary>
public static class ClusterClient
{
    /// <param name="builder">The Api's host.</param>
    /// <param name="database">A connection whose role may read the membership tables and nothing else (docs/operations.md).</param>
    public static void UseElizonCluster(this WebApplicationBuilder builder, string database) =>
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(ClusterIdentity.Configure);
            client.UseAdoNetClustering(o =>
                (o.Invariant, o.ConnectionString) = ("Npgsql", database)
            );
            client.Configure<ClientMessagingOptions>(o =>
                o.ResponseTimeout = ClusterIdentity.ResponseTimeout
            );
            client.Configure<GatewayOptions>(o =>
                o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5)
            );
            client.AddActivityPropagation();
            client.Services.AddKnownInterfaceTypes();
            // Started before the first silo it simply waits for one; /health/live answers once it is connected.
            client.UseConnectionRetryFilter<PatientConnection>();
        });
}

/// <summary>Tries to reach the cluster again and again, twice a second.</summary>
internal sealed class PatientConnection(TimeProvider clock) : IClientConnectionRetryFilter
{
    public async Task<bool> ShouldRetryConnectionAttempt(
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500), clock, cancellationToken);
        return true;
    }
}
