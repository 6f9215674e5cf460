namespace Elizon.Grains.Documents.Layout;

/// <summary>Distributes a flow of blocks over pages.</summary>
internal static class Paginator
{
    public static List<List<PlacedBlock>> Pages(
        IReadOnlyList<Block> flow,
        PageFrame frame,
        Typesetter type
    )
    {
        var pages = new List<List<PlacedBlock>> { new() };
        var y = frame.FirstTop;
        for (var i = 0; i < flow.Count; i++)
        {
            var block = flow[i];
            var atTop = pages[^1].Count == 0;
            if (!atTop && y + Needed(flow, i, type, frame.Width) > frame.Bottom)
            {
                pages.Add([]);
                y = frame.Top;
                atTop = true;
            }
            if (atTop && block is Gap)
                continue;
            if (atTop && block.Repeats is { } head)
                y = Place(pages[^1], head, frame, y, type);
            y = Place(pages[^1], block, frame, y, type);
        }
        return pages;
    }

    private static float Place(
        List<PlacedBlock> page,
        Block block,
        PageFrame frame,
        float y,
        Typesetter type
    )
    {
        page.Add(new PlacedBlock(block, frame.Left, y, frame.Width));
        return y + block.Height(type, frame.Width);
    }

    private static float Needed(IReadOnlyList<Block> flow, int index, Typesetter type, float width)
    {
        var height = flow[index].Height(type, width);
        return flow[index].KeepWithNext && index + 1 < flow.Count
            ? height + Needed(flow, index + 1, type, width)
            : height;
    }
}
