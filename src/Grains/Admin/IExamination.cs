using Elizon.Admin;

namespace Elizon.Grains.Admin;

/// <summary>
/// Something the doctor looks at. Each feature registers its own. It throws when it cannot even look: that is a failure
/// too, and told without the details, which are in the log.
/// </summary>
internal interface IExamination
{
    /// <summary>"mail": named in the report when the examination itself fails.</summary>
    string Name { get; }

    /// <summary>One finding, or one per thing ("panel panel-1"). <paramref name="by"/> is the member of staff who asks.</summary>
    Task<Finding[]> Examine(Caller by, CancellationToken cancellation);
}
