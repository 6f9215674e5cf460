namespace Elizon.Api.Hosting;

/// <summary>
/// Stops the process when its standard input ends: whoever started it holds the other end, so that it goes when they go,
/// even by kill -9. Asked for by <c>Elizon:StopWithInput</c>.
/// </summary>
internal sealed class StopWithInput(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var input = Console.OpenStandardInput();
        // A read of the console cannot be called off: on any other stop it is left behind.
        await input.CopyToAsync(Stream.Null, CancellationToken.None).WaitAsync(stoppingToken);
        lifetime.StopApplication();
    }
}
