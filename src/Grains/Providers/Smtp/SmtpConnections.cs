using System.Collections.Concurrent;
using System.Net;
using Elizon.Grains.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Smtp;

/// <summary>A bounded set of connections to the submission server; one that was quiet for long is opened anew.</summary>
internal sealed class SmtpConnections(IOptions<SmtpOptions> options, [Wall] TimeProvider wall)
    : IDisposable
{
    private const int ImplicitTlsPort = 465;
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(20);
    private readonly SmtpOptions _options = options.Value;
    private readonly ConcurrentStack<(SmtpClient Client, DateTimeOffset At)> _idle = new();
    private readonly SemaphoreSlim _slots = new(options.Value.Connections);

    public async Task<Rented> Rent(CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            return new Rented(this, await Reuse(cancellation) ?? await Open(cancellation));
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var kept))
            kept.Client.Dispose();
        _slots.Dispose();
    }

    private async Task<SmtpClient?> Reuse(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var kept))
        {
            if (wall.GetUtcNow() - kept.At < MostIdle && await IsAlive(kept.Client, cancellation))
                return kept.Client;
            kept.Client.Dispose();
        }
        return null;
    }

    /// <summary>Asked before each reuse: a letter that fails on a dead connection would wait for its next try.</summary>
    private static async Task<bool> IsAlive(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return true;
        }
        catch (Exception error)
            when (error
                    is IOException
                        or ProtocolException
                        or CommandException
                        or InvalidOperationException
            )
        {
            return false;
        }
    }

    private async Task<SmtpClient> Open(CancellationToken cancellation)
    {
        var client = new SmtpClient();
        try
        {
            if (IsOwnMachine(_options.Host))
                // The sandbox signs its certificate itself, and what listens here is ours.
                client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate is not null;
            await client.ConnectAsync(_options.Host, _options.Port, Security(), cancellation);
            if (!string.IsNullOrEmpty(_options.User))
                await client.AuthenticateAsync(
                    _options.User,
                    _options.Password ?? "",
                    cancellation
                );
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security() =>
        _options.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : IsOwnMachine(_options.Host) ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;

    private static bool IsOwnMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private void Return(SmtpClient client, bool keep)
    {
        if (keep && client.IsConnected)
            _idle.Push((client, wall.GetUtcNow()));
        else
            client.Dispose();
        _slots.Release();
    }

    /// <summary>A connection for one letter; it is thrown away unless the letter went through.</summary>
    internal sealed class Rented(SmtpConnections owner, SmtpClient client) : IAsyncDisposable
    {
        private bool _keep;

        public SmtpClient Client => client;

        public void Keep() => _keep = true;

        public ValueTask DisposeAsync()
        {
            owner.Return(client, _keep);
            return ValueTask.CompletedTask;
        }
    }
}
