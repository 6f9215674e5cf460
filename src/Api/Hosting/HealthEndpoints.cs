using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Elizon.Api.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: send it traffic; names what is missing, nothing more.
/// </summary>
internal static class HealthEndpoints
{
    public static void UseElizonHealth(this WebApplication app)
    {
        app.UseHealthChecks(
            "/health/live",
            new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }
        );
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write });
    }

    private static Task Write(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new HealthAnswer(
                report.Status == HealthStatus.Healthy,
                report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString())
            )
        );

    private sealed record HealthAnswer(bool Success, Dictionary<string, string> Checks);
}
