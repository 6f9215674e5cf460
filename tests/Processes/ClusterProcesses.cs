using Elizon.Api.Hosting;
using Elizon.Consoles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Elizon.Processes;

/// <summary>Scaled out on one machine: a database apart, two silos, one Api; each a process of its own.</summary>
public sealed class ClusterProcesses : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("elizon-cluster-").FullName;
    private readonly List<(int Port, ElizonProcess Process)> _silos = [];
    private ElizonProcess? _database;
    private ElizonProcess? _api;
    private WebApplication? _client;

    private ClusterProcesses()
    {
        ApiPort = ElizonProcess.FreePort();
        Address = new Uri($"http://127.0.0.1:{ApiPort}");
    }

    public Uri Address { get; }

    public string Said =>
        string.Join("\n--\n", [_api?.Said, .. _silos.Select(s => s.Process.Said)]);

    private int ApiPort { get; }

    public static async Task<ClusterProcesses> Start(SandboxProcess sandbox)
    {
        var cluster = new ClusterProcesses();
        var database = await cluster.StartDatabase();
        for (var n = 0; n < 2; n++)
            await cluster.StartSilo(sandbox, database, n);
        cluster._api = ElizonProcess.Start(
            "Elizon.Api",
            [
                "--database",
                database,
                "--port",
                $"{cluster.ApiPort}",
                .. PlatformProcess.Settings(sandbox, cluster.ApiPort),
            ]
        );
        await Ready(cluster.Address, cluster._api);
        await PlatformProcess.Prepare(sandbox, cluster.Address, cluster._folder);
        await cluster.Connect(database);
        return cluster;
    }

    /// <summary>kill -9 of the silo that holds this console.</summary>
    public async Task KillOwnerOfConsole(string service)
    {
        var grains = _client!.Services.GetRequiredService<IGrainFactory>();
        var owner = await grains
            .GetGrain<IManagementGrain>(0)
            .GetActivationAddress(grains.Console(new ServiceId(service)));
        Assert.NotNull(owner);
        await _silos.Single(s => s.Port == owner.Endpoint.Port).Process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        if (_api is not null)
            await _api.DisposeAsync();
        foreach (var (_, process) in _silos)
            await process.DisposeAsync();
        if (_database is not null)
            await _database.Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartDatabase()
    {
        _database = ElizonProcess.Start(
            "Elizon.Silo",
            ["--role", "db", "--data", _folder, "--Elizon:StopWithInput=true"]
        );
        await Wait.For(
            () => Task.FromResult(_database.Said.Contains("Host=", StringComparison.Ordinal)),
            "the database has said its address",
            () => _database.Said
        );
        return _database
            .Said.Split('\n')
            .First(l => l.StartsWith("Host=", StringComparison.Ordinal));
    }

    private async Task StartSilo(SandboxProcess sandbox, string database, int n)
    {
        var (http, silo) = (ElizonProcess.FreePort(), ElizonProcess.FreePort());
        var process = ElizonProcess.Start(
            "Elizon.Silo",
            [
                "--role",
                "silo",
                "--database",
                database,
                "--port",
                $"{http}",
                $"--Elizon:SiloPort={silo}",
                $"--Identity:InitTokenFile={Path.Combine(_folder, "init-token")}",
                .. PlatformProcess.Settings(sandbox, ApiPort),
            ]
        );
        _silos.Add((silo, process));
        await Ready(new Uri($"http://127.0.0.1:{http}"), process);
    }

    private async Task Connect(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.UseElizonCluster(database);
        _client = builder.Build();
        await _client.StartAsync();
    }

    private static async Task Ready(Uri address, ElizonProcess process)
    {
        using var http = new HttpClient { BaseAddress = address };
        await Wait.For(
            async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode,
            $"{address} is ready",
            () => process.Said
        );
    }
}
