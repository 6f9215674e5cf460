using Elizon.Api.Hosting;
using Elizon.Grains.Storage;
using Elizon.Silo.Database;
using Npgsql;

namespace Elizon.Silo.Hosting;

/// <summary>The silo's pool on a migrated database, with the embedded server behind it when none was given.</summary>
internal sealed class SiloDatabase : IAsyncDisposable
{
    private SiloDatabase(NpgsqlDataSource pool, EmbeddedPostgres? embedded)
    {
        Pool = pool;
        Embedded = embedded;
    }

    public NpgsqlDataSource Pool { get; }

    public EmbeddedPostgres? Embedded { get; }

    public static async Task<SiloDatabase> Open(
        SiloSettings settings,
        CancellationToken cancellation
    )
    {
        if (settings.Database is { Length: > 0 } given)
            return new SiloDatabase(await Migrated(given, cancellation), null);
        var embedded = await EmbeddedPostgres.Start(
            Path.Combine(settings.Data, "postgres"),
            cancellation
        );
        try
        {
            var pool = await Migrated(embedded.ConnectionString, cancellation);
            await FormerMembers.Bury(pool, cancellation);
            return new SiloDatabase(pool, embedded);
        }
        catch
        {
            await embedded.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        if (Embedded is not null)
            await Embedded.DisposeAsync();
    }

    private static async Task<NpgsqlDataSource> Migrated(
        string connectionString,
        CancellationToken cancellation
    )
    {
        try
        {
            await Migrations.Run(connectionString, cancellation);
            return StorageSetup.OpenPool(connectionString);
        }
        catch (Exception error)
            when (error is NpgsqlException { InnerException: not null } or ArgumentException)
        {
            throw new CannotStartException(
                $"The database cannot be reached: {error.Message}",
                error
            );
        }
    }
}
