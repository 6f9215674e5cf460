namespace Elizon.Grains.Scheduling;

/// <summary>A grain whose state wants to be woken (<see cref="Storage.IDueState"/>).</summary>
[Alias("IDue")]
public interface IDue : IGrainWithStringKey
{
    /// <summary>
    /// Does what is due by now, idempotently, and advances its due time in the same commit. Called too often, late or
    /// twice it changes nothing more. Throwing puts it back for a growing pause and shows it to staff.
    /// </summary>
    [Alias("Due")]
    Task Due();
}
