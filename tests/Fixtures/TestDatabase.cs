using Elizon.Grains.Storage;
using Elizon.Silo.Database;
using Npgsql;

namespace Elizon.Fixtures;

/// <summary>One embedded PostgreSQL per test process; every cluster gets a fresh, migrated database in it.</summary>
public static class TestDatabase
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartServer);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private static int _count;

    public static async Task<string> Create()
    {
        var name = await Make(await Template.Value);
        return new NpgsqlConnectionStringBuilder(await Address())
        {
            Database = name,
        }.ConnectionString;
    }

    /// <summary>Migrated once; copying it takes a fraction of the time.</summary>
    private static async Task<string> MakeTemplate()
    {
        var name = await Make("template1");
        await Migrations.Run(await Unpooled(name));
        return name;
    }

    private static async Task<string> Make(string template)
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await using var connection = new NpgsqlConnection(await Unpooled("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand(
            $"create database {name} template {template}",
            connection
        );
        await create.ExecuteNonQueryAsync();
        return name;
    }

    /// <summary>
    /// A pool per database keeps its connections for minutes after their last use: fifty databases took all that the
    /// server has.
    /// </summary>
    private static async Task<string> Unpooled(string database) =>
        new NpgsqlConnectionStringBuilder(await Address())
        {
            Database = database,
            Pooling = false,
        }.ConnectionString;

    /// <summary>ELIZON_TEST_POSTGRES names a server to use instead, with the right to create databases.</summary>
    private static async Task<string> Address() =>
        Environment.GetEnvironmentVariable("ELIZON_TEST_POSTGRES")
        ?? (await Server.Value).ConnectionString;

    private const string Prefix = "elizon-test-";

    /// <summary>A test host that was killed, or not given the time to stop its server, leaves its folder behind.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
            if (!Directory.Exists($"/proc/{Path.GetFileName(folder)[Prefix.Length..]}"))
                try
                {
                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    // Another process removes it too, or another user made it.
                }
    }

    private static async Task<EmbeddedPostgres> StartServer()
    {
        RemoveLeftovers();
        var folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}");
        var server = await EmbeddedPostgres.Start(folder, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            server
                .DisposeAsync()
                .AsTask()
                .ContinueWith(_ => Directory.Delete(folder, true))
                .GetAwaiter()
                .GetResult();
        return server;
    }
}
