using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Elizon.Api.Hosting;

/// <summary>
/// <c>/metrics</c> for Prometheus: with <c>Elizon:MetricsToken</c> for whoever brings it as a bearer token, without it only
/// for callers on this machine that no proxy speaks for.
/// </summary>
internal static class MetricsEndpoint
{
    public static void UseElizonMetrics(this WebApplication app)
    {
        var token = app.Configuration["Elizon:MetricsToken"];
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
            context.Request.Path == "/metrics" && Admits(token, context)
        );
    }

    private static bool Admits(string? token, HttpContext context) =>
        token is { Length: > 0 }
            ? CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes($"Bearer {token}"),
                Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString())
            )
            : context.Connection.RemoteIpAddress is { } address
                && IPAddress.IsLoopback(address)
                && !context.Request.Headers.ContainsKey("X-Forwarded-For")
                && !context.Request.Headers.ContainsKey("Forwarded");
}
