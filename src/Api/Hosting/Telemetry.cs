using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Elizon.Api.Hosting;

/// <summary>
/// Metrics always, for <c>/metrics</c>. Traces, and metrics and logs by OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// names a collector: without one nobody pays for them.
/// </summary>
internal static class Telemetry
{
    public const string Meter = "Elizon";

    public static void AddElizonTelemetry(this WebApplicationBuilder builder, string program)
    {
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(program, serviceNamespace: "elizon"))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Meter, "Elizon.Api", "Microsoft.Orleans", "Npgsql", "Polly")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
            return;
        telemetry
            .WithTracing(traces =>
                traces
                    .AddSource(Meter, "Microsoft.Orleans.*", "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
            )
            .WithLogging()
            .UseOtlpExporter();
    }
}
