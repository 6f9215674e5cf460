namespace Elizon.Grains.Documents.Layout;

/// <summary>
/// What surrounds the flow of a document. Points from the upper left corner of A4. <paramref name="First"/> stands on
/// the first page only, the head on the following ones, the foot on all of them.
/// </summary>
/// <param name="FirstTop">Where the flow starts on the first page.</param>
/// <param name="Top">Where it starts on the others.</param>
/// <param name="Bottom">Where it ends at the latest.</param>
internal sealed record PageFrame(
    float Left,
    float Right,
    float FirstTop,
    float Top,
    float Bottom,
    IReadOnlyList<PlacedBlock> First,
    Func<int, int, IReadOnlyList<PlacedBlock>> Head,
    Func<int, int, IReadOnlyList<PlacedBlock>> Foot
)
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;

    public float Width => PageWidth - Left - Right;

    public static float Millimetres(float mm) => mm * 72 / 25.4f;
}

/// <summary>A block at its place on a page.</summary>
internal readonly record struct PlacedBlock(Block Block, float X, float Y, float Width);
