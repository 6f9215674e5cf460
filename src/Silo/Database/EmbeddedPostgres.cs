using System.Diagnostics;
using Elizon.Api.Hosting;
using Npgsql;

namespace Elizon.Silo.Database;

/// <summary>
/// A private PostgreSQL cluster under a data folder: unix socket only, no TCP port, and it dies with this process even
/// after kill -9. "trust" is the right authentication here because the socket folder is 0700 and is the lock.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private readonly Process _server;
    private readonly PostgresPlace _place;
    private readonly FileStream _lock;

    private EmbeddedPostgres(Process server, PostgresPlace place, FileStream folderLock)
    {
        _server = server;
        _place = place;
        _lock = folderLock;
    }

    public string ConnectionString =>
        $"Host={_place.SocketFolder};Port=5432;Username=elizon;Database=postgres";

    /// <summary>Ends when the server ends, wanted or not.</summary>
    public Task Exited => _server.WaitForExitAsync();

    /// <summary>Makes the cluster if there is none, starts its server and waits until it answers.</summary>
    public static async Task<EmbeddedPostgres> Start(string folder, CancellationToken cancellation)
    {
        var place = await PostgresPlace.Prepare(folder, cancellation);
        var folderLock = FolderLock.Take(place.Folder);
        try
        {
            return await Start(place, folderLock, cancellation);
        }
        catch
        {
            await folderLock.DisposeAsync();
            place.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
        await _lock.DisposeAsync();
        _place.Dispose();
    }

    private static async Task<EmbeddedPostgres> Start(
        PostgresPlace place,
        FileStream folderLock,
        CancellationToken cancellation
    )
    {
        var binaries = PostgresBinaries.Find(place.Data);
        if (Directory.Exists(place.Data))
            await PostgresCluster.AwaitFormerServer(place, TimeProvider.System, cancellation);
        else
            await PostgresCluster.Initialise(binaries, place, cancellation);
        var server = PostgresServer.Launch(binaries, place);
        var postgres = new EmbeddedPostgres(server, place, folderLock);
        try
        {
            await postgres.WaitUntilReady(cancellation);
            return postgres;
        }
        catch
        {
            server.StandardInput.Close();
            throw;
        }
    }

    private async Task WaitUntilReady(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(StartDeadline);
        while (true)
            try
            {
                await using var connection = new NpgsqlConnection(
                    ConnectionString + ";Pooling=false;Timeout=2"
                );
                await connection.OpenAsync(deadline.Token);
                return;
            }
            catch (NpgsqlException)
            {
                if (_server.HasExited)
                    throw new CannotStartException(
                        $"PostgreSQL did not start; its last words are in {_place.Log}: {LastWords()}"
                    );
                await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
            }
    }

    private string LastWords() => string.Join(" | ", File.ReadLines(_place.Log).TakeLast(3));
}
