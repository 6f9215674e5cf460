using Elizon.Admin;
using Elizon.Grains.Admin;
using Elizon.SecondBook;

namespace Elizon.Grains.SecondBook;

/// <summary>Documents that wait for the second book, and those that need somebody.</summary>
internal sealed class SecondBookExamination(IGrainFactory grains, TimeProvider clock) : IExamination
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(6);

    public string Name => "second book";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        var status = await grains.BookDesk().Status();
        if (!status.On)
            return [new Finding(Name, Verdict.Ok, "Switched off.")];
        if (status.Problems > 0)
            return
            [
                new Finding(
                    Name,
                    Verdict.Fail,
                    $"{status.Problems} documents are stuck; see: elizon book entries --problems."
                ),
            ];
        var late = clock.GetUtcNow() - status.OldestWaiting > Long;
        return
        [
            new Finding(
                Name,
                late || status.LastError is not null ? Verdict.Warn : Verdict.Ok,
                $"{status.Booked} documents are booked, {status.Waiting} wait. {status.LastError}".Trim()
            ),
        ];
    }
}
