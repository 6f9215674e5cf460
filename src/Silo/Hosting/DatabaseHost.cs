using Elizon.Silo.Database;

namespace Elizon.Silo.Hosting;

/// <summary>
/// The role <c>db</c>: the embedded database alone. The first and only line on standard output is its connection string;
/// it serves until it is told to stop (Ctrl-C, SIGTERM, or the end of its input with <c>Elizon:StopWithInput</c>).
/// </summary>
internal static class DatabaseHost
{
    public static async Task Run(IConfiguration configuration, SiloSettings settings)
    {
        await using var database = await EmbeddedPostgres.Start(
            Path.Combine(settings.Data, "postgres"),
            CancellationToken.None
        );
        using var builder = new HostBuilder()
            .ConfigureServices(services =>
            {
                services.AddSingleton(database);
                services.AddHostedService<DatabaseWatch>();
                if (configuration.GetValue<bool>("Elizon:StopWithInput"))
                    services.AddHostedService<Api.Hosting.StopWithInput>();
            })
            .Build();
        await builder.StartAsync();
        await Console.Out.WriteLineAsync(database.ConnectionString);
        await builder.WaitForShutdownAsync();
    }
}
