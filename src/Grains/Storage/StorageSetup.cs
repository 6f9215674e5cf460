using System.Reflection;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Orleans.Runtime;

namespace Elizon.Grains.Storage;

/// <summary>Wiring of the write path, the outbox and the due index.</summary>
public static class StorageSetup
{
    /// <summary>
    /// The pool's settings: statements are prepared on second use, room for all that commits and readers use; more
    /// connections only wait on few cores. Nothing sets anything on a session, so a connection that goes back to the pool
    /// is not reset: that would be seven statements before each next one.
    /// </summary>
    public static NpgsqlDataSource OpenPool(string connectionString) =>
        new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxAutoPrepare = 128,
                AutoPrepareMinUsages = 2,
                MaxPoolSize = 40,
                Enlist = false,
                NoResetOnClose = true,
            }.ConnectionString
        ).Build();

    public static IServiceCollection AddElizonStorage(
        this IServiceCollection services,
        NpgsqlDataSource database
    )
    {
        services.TryAddSingleton(database);
        services.AddSingleton<IAttributeToFactoryMapper<AggregateAttribute>, AggregateFactory>();
        services.AddSingleton<IIncomingGrainCallFilter, FaultBoundary>();
        services.AddSingleton<ISecretBox, SecretBox>();
        services.AddSingleton<CommitBatch>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<DueStore>();
        services.AddSingleton<DueHints>();
        services.AddSingleton<DueRun>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, OutboxSweeper>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SchedulerStart>();
        services.AddHostedService<HandledRetention>();
        return services;
    }
}
