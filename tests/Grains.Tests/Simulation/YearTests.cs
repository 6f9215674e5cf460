using Elizon.Simulation;

namespace Elizon.Grains.Tests.Simulation;

public sealed class YearTests
{
    private static readonly SimulationOptions Small = new(12, 45, 7, 0.2);

    [Fact]
    public async Task Two_runs_tell_the_same_and_leave_the_books_right()
    {
        var first = await Play();
        var second = await Play();

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    private static async Task<IReadOnlyList<string>> Play()
    {
        await using var year = await Year.Open(Small);
        var customers = await year.Seed();
        await year.Run();
        Assert.Empty(
            await new Verdict(year.Cluster.Database, year.Cluster.Grains).Faults(
                year.End,
                customers,
                year.Mail
            )
        );
        var transcript = new Transcript(year.Cluster.Database);
        await transcript.Read();
        return transcript.Lines;
    }
}
