using Elizon.Grains.Documents.Layout;
using SkiaSharp;

namespace Elizon.Rules.Tests.Documents;

public sealed class PaginatorTests
{
    private static readonly PageFrame Frame = new(
        0,
        0,
        FirstTop: 50,
        Top: 10,
        Bottom: 100,
        [],
        (_, _) => [],
        (_, _) => []
    );

    [Fact]
    public void What_does_not_fit_goes_to_the_next_page_whole()
    {
        var pages = Pages(new Box(40), new Box(20), new Box(60));
        Assert.Equal(
            [
                [50f],
                [10f, 30f],
            ],
            pages.Select(p => p.Select(b => b.Y))
        );
    }

    [Fact]
    public void A_gap_vanishes_at_the_top_of_a_page()
    {
        var pages = Pages(new Box(50), new Gap(5), new Box(20));
        Assert.Equal(
            [
                [50f],
                [10f],
            ],
            pages.Select(p => p.Select(b => b.Y))
        );
    }

    [Fact]
    public void The_head_of_a_table_stays_with_its_first_row_and_is_repeated()
    {
        var head = new Box(10, keep: true);
        var pages = Pages(
            new Box(30),
            head,
            new Box(25, repeats: head),
            new Box(60, repeats: head)
        );
        Assert.Equal(
            [
                [30f],
                [10f, 25f],
                [10f, 60f],
            ],
            pages.Select(p => p.Select(b => b.Block.Height(null!, 0)))
        );
    }

    [Fact]
    public void A_block_taller_than_a_page_stands_alone()
    {
        var pages = Pages(new Box(10), new Box(500), new Box(10));
        Assert.Equal([1, 1, 1], pages.Select(p => p.Count));
    }

    private static List<List<PlacedBlock>> Pages(params Block[] flow) =>
        Paginator.Pages(flow, Frame, null!);

    private sealed class Box(float height, bool keep = false, Block? repeats = null) : Block
    {
        public override bool KeepWithNext => keep;

        public override Block? Repeats => repeats;

        public override float Height(Typesetter type, float width) => height;

        public override void Draw(
            SKCanvas canvas,
            Typesetter type,
            float x,
            float y,
            float width
        ) { }
    }
}
