namespace Elizon;

/// <summary>
/// A fault of ours inside a grain, stripped of its details: they are in the log of the silo under <see cref="Trace"/>.
/// Exceptions of the database or of a vendor never cross a grain boundary, callers could not read them.
/// </summary>
[GenerateSerializer, Alias("GrainFault")]
public sealed class GrainFault(string trace) : Exception($"Internal fault {trace}.")
{
    [Id(0)]
    public string Trace { get; } = trace;
}
