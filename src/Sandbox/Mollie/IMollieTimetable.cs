namespace Elizon.Sandbox.Mollie;

/// <summary>Something that changes by itself at an instant; <see cref="MollieWorker"/> keeps the alarm.</summary>
internal interface IMollieTimetable
{
    DateTimeOffset? NextDue { get; }

    /// <summary>Does all that is due by now, so that <see cref="NextDue"/> lies in the future.</summary>
    void RunDue();
}
