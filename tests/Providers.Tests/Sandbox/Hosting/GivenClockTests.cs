using Elizon.Sandbox;
using Elizon.Sandbox.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class GivenClockTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory(
        "elizon-sandbox-clock-"
    );
    private readonly FakeTimeProvider _given = new(
        new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
    );
    private SandboxHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await SandboxHost.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                PanelPort = 0,
                NodePorts = [0],
                SmtpPort = 0,
                DataPath = _data.FullName,
            },
            _given,
            CancellationToken.None
        );

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_sandbox_runs_on_the_clock_it_was_given_and_adds_its_own_offset()
    {
        var clock = _host.Services.GetRequiredService<SandboxClock>();
        var delay = Task.Delay(TimeSpan.FromHours(3), clock);

        clock.Advance(TimeSpan.FromHours(1));
        _given.Advance(TimeSpan.FromHours(1));
        var before = delay.IsCompleted;
        _given.Advance(TimeSpan.FromHours(1));

        await delay.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.False(before);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 3, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
    }
}
