using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Time;
using SmtpServer;
using SmtpServer.Net;

namespace Elizon.Sandbox.Mail;

/// <summary>Runs the SMTP server inside the host and knows the port that it got.</summary>
internal sealed class SmtpListener(
    SandboxOptions options,
    SandboxAddresses addresses,
    SandboxClock clock,
    RecipientFilter filter,
    MailDelivery delivery
) : IHostedService, IDisposable
{
    private const int MostBytes = 25 * 1024 * 1024;
    private const int MostErrors = 100;
    private const string ServerName = "mail.sandbox.example";
    private readonly CancellationTokenSource _stop = new();
    private SmtpServer.SmtpServer? _server;
    private X509Certificate2? _certificate;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var bound = new TaskCompletionSource<int>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) =>
            bound.TrySetResult(((IPEndPoint)started.LocalEndPoint).Port);

        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(listeners);
        services.Add(filter);
        services.Add(delivery);
        services.Add(new SmtpLogin(options));
        _server = new SmtpServer.SmtpServer(ServerOptions(), services);

        // The task ends with the server; when the port is taken it fails at once, and so does the start.
        var running = _server.StartAsync(_stop.Token);
        await await Task.WhenAny(bound.Task, running).WaitAsync(cancellationToken);
        addresses.SmtpPort = await bound.Task.WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;
        _server.Shutdown();
        await _stop.CancelAsync();
        await _server.ShutdownTask.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _certificate?.Dispose();
    }

    private ISmtpServerOptions ServerOptions()
    {
        _certificate = options.SmtpStartTls ? SelfSigned() : null;
        return new SmtpServerOptionsBuilder()
            .ServerName(ServerName)
            .MaxRetryCount(MostErrors)
            .MaxMessageSize(MostBytes, MaxMessageSizeHandling.Strict)
            .Endpoint(endpoint =>
            {
                endpoint
                    .Endpoint(new IPEndPoint(IPAddress.Parse(options.Host), options.SmtpPort))
                    .AllowUnsecureAuthentication(!options.SmtpStartTls)
                    .AuthenticationRequired(options.SmtpPassword is not null);
                if (_certificate is not null)
                    endpoint.Certificate(_certificate);
            })
            .Build();
    }

    private X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={ServerName}",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var now = clock.Real.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        // Through PKCS#12, or the key is not usable for TLS on every platform.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
