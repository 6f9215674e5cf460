using System.Text.Json.Serialization;

namespace Elizon.Admin;

/// <summary>Examines what the platform stands on. Stateless; waits for the outside world on nobody's account.</summary>
[Alias("IDoctor")]
public interface IDoctor : IGrainWithIntegerKey
{
    /// <summary>Every examination at once, each within its own few seconds.</summary>
    [Alias("Examine"), ResponseTimeout("00:00:30")]
    Task<DoctorReport> Examine(Caller by);
}

[GenerateSerializer, Alias("Verdict")]
public enum Verdict
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Works, but somebody should look.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    [JsonStringEnumMemberName("fail")]
    Fail,
}

/// <summary>What one examination found.</summary>
/// <param name="Name">"database", "panel panel-1".</param>
/// <param name="Detail">A sentence for staff; holds no secret and no personal datum.</param>
[GenerateSerializer, Immutable, Alias("Finding")]
public sealed record Finding(
    [property: Id(0)] string Name,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] string Detail,
    [property: Id(3)] int Milliseconds = 0
);

/// <param name="Verdict">The worst of all.</param>
[GenerateSerializer, Immutable, Alias("DoctorReport")]
public sealed record DoctorReport(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] Finding[] Findings
);
