using System.Diagnostics.Metrics;

namespace Elizon.Grains.Storage;

/// <summary>Instruments of the write path; the meter is "Elizon".</summary>
public static class StorageMetrics
{
    public const string MeterName = "Elizon";

    public static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>(
        "elizon.commit.duration",
        "s",
        "One commit, by kind of aggregate."
    );

    public static void Commit(string kind, TimeSpan took) =>
        Commits.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));

    private static readonly Histogram<double> Calls = Meter.CreateHistogram<double>(
        "elizon.upstream.duration",
        "s",
        "One call to an outside system."
    );

    public static void Upstream(string system, int status, TimeSpan took) =>
        Calls.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("system", system),
            new KeyValuePair<string, object?>("status", status)
        );
}
