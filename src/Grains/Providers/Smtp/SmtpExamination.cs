using Elizon.Admin;
using Elizon.Grains.Admin;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Smtp;

/// <summary>Connects, logs in, says NOOP.</summary>
internal sealed class SmtpExamination(SmtpConnections connections, IOptions<SmtpOptions> options)
    : IExamination
{
    public string Name => "mail";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        await using var connection = await connections.Rent(cancellation);
        await connection.Client.NoOpAsync(cancellation);
        connection.Keep();
        var o = options.Value;
        return
        [
            new Finding(
                Name,
                Verdict.Ok,
                $"{o.Host}:{o.Port} takes mail{(connection.Client.IsSecure ? " over TLS" : "")}."
            ),
        ];
    }
}
