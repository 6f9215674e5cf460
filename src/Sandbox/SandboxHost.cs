using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox;

/// <summary>
/// The running sandbox: one Kestrel on all HTTP ports and the SMTP listener. Tests start it in process,
/// <c>Program</c> as a process of its own; both ways it is the same host.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxAddresses _addresses;

    private SandboxHost(WebApplication app)
    {
        _app = app;
        _addresses = app.Services.GetRequiredService<SandboxAddresses>();
    }

    /// <summary>Control API, control pages, Mollie and the mailbox.</summary>
    public Uri Control => _addresses.Control;

    public Uri Panel => _addresses.Panel;

    public IReadOnlyList<Uri> Nodes => _addresses.Nodes;

    public int SmtpPort => _addresses.SmtpPort;

    public IServiceProvider Services => _app.Services;

    /// <param name="clock">Real time, or a test's clock; the sandbox's own offset is added to it.</param>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(options.LogLevel);
        builder.Services.AddSandbox(options, clock);
        builder.WebHost.UseKestrelCore();

        var app = builder.Build();
        app.UseSandbox();
        try
        {
            await app.StartAsync(cancellationToken);
            return new SandboxHost(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
