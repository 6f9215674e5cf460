using Elizon.Grains;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Silo.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Elizon.Fixtures;

/// <summary>
/// An in-process cluster on a database of its own with a clock that stands still until a test moves it. The runtime,
/// leases and rate limits stay on real time.
/// </summary>
public sealed class ElizonCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly DueRun _due;

    private ElizonCluster(
        InProcessTestCluster cluster,
        NpgsqlDataSource database,
        FakeTimeProvider clock,
        SentMails mails,
        VatRegister register
    )
    {
        Mails = mails;
        VatRegister = register;
        _cluster = cluster;
        Database = database;
        Clock = clock;
        _due = new DueRun(cluster.Client, database, clock);
    }

    public NpgsqlDataSource Database { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The mails that went out, of all silos; the test decides what the mail server answers.</summary>
    public SentMails Mails { get; }

    /// <summary>The register of VAT ids, of all silos; the test decides what it says.</summary>
    public VatRegister VatRegister { get; }

    public IGrainFactory Grains => _cluster.Client;

    public IClusterClient Client => _cluster.Client;

    public InProcessTestCluster Silos => _cluster;

    /// <summary>
    /// Starts a cluster. <paramref name="services"/> may put doubles of the outside world in place; with
    /// <paramref name="realPanel"/> providers are the real ones, for tests that start the sandbox.
    /// </summary>
    /// <param name="clock">Where a test needs another day to begin on.</param>
    public static async Task<ElizonCluster> Start(
        short silos = 1,
        Action<IServiceCollection>? services = null,
        bool realPanel = false,
        FakeTimeProvider? clock = null
    )
    {
        var database = StorageSetup.OpenPool(await TestDatabase.Create());
        clock ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        var mails = new SentMails();
        var register = new VatRegister(clock);
        var faults = new SiloFaults();
        // One for all silos, as the key ring in the database is: what one seals another opens.
        var keys = new EphemeralDataProtectionProvider();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.Services.AddSingleton<TimeProvider>(clock);
                silo.Services.AddSingleton<IMail>(mails);
                silo.Services.AddSingleton<IVatRegister>(register);
                silo.Services.AddElizonGrains();
                silo.Services.PostConfigure<GrainTypeOptions>(o =>
                    o.Classes.ExceptWith(realPanel ? PanelDoubles.Doubles : PanelDoubles.Real)
                );
                silo.Services.AddSingleton<IDataProtectionProvider>(keys);
                silo.Services.AddSingleton<ILoggerProvider>(faults);
                services?.Invoke(silo.Services);
                silo.UseElizonStores(database);
                silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
                silo.Services.AddKeyedSingleton(WallAttribute.Key, TimeProvider.System);
            }
        );
        builder.ConfigureClient(client =>
        {
            client.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            client.AddOutgoingGrainCallFilter(faults);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new ElizonCluster(cluster, database, clock, mails, register);
    }

    /// <summary>Two silos that soon notice the death of one.</summary>
    public static Task<ElizonCluster> StartToLoseASilo() =>
        Start(
            silos: 2,
            services =>
                services.Configure<ClusterMembershipOptions>(options =>
                {
                    options.ProbeTimeout = TimeSpan.FromSeconds(1);
                    options.NumMissedProbesLimit = 2;
                    options.NumVotesForDeathDeclaration = 1;
                })
        );

    /// <summary>Moves the clock from due instant to due instant up to <paramref name="until"/> and does what is due.</summary>
    public async Task AdvanceTo(DateTimeOffset until)
    {
        await Quiet();
        while (await NextDue() is { } next && next <= until)
        {
            if (next > Clock.GetUtcNow())
                Clock.SetUtcNow(next);
            await RunDue();
        }
        if (until > Clock.GetUtcNow())
            Clock.SetUtcNow(until);
    }

    /// <summary>Does all that is due now, with what follows from it, until all is quiet.</summary>
    public async Task RunDue()
    {
        do await _due.RunDue(CancellationToken.None);
        while (await Quiet() && await NextDue() <= Clock.GetUtcNow());
    }

    /// <summary>Waits until every message was delivered; fails on a dead letter.</summary>
    public async Task<bool> Quiet()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            await using var command = Database.CreateCommand(
                "select count(*) filter (where not dead), count(*) filter (where dead), max(last_error) from outbox"
            );
            await using var reader = await command.ExecuteReaderAsync(deadline.Token);
            await reader.ReadAsync(deadline.Token);
            if (reader.GetInt64(1) > 0)
                throw new InvalidOperationException($"Dead letter: {reader.GetString(2)}");
            if (reader.GetInt64(0) == 0)
                return true;
            await Task.Delay(5, deadline.Token);
        }
    }

    /// <summary>Waits for something a worker does beside the messages, and fails by its name when it never happens.</summary>
    public static async Task Until(Func<Task<bool>> happened, string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await happened())
        {
            if (deadline.IsCancellationRequested)
                throw new TimeoutException($"It never happened that {what}.");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<DateTimeOffset?> NextDue()
    {
        await using var command = Database.CreateCommand(
            "select min(coalesce(retry_at, at)) from due"
        );
        return await command.ExecuteScalarAsync() is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;
    }
}
