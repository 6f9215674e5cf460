namespace Elizon.SecondBook;

/// <summary>The only way to the grains of this feature.</summary>
public static class SecondBookGrainFactory
{
    public static IBookDesk BookDesk(this IGrainFactory grains) => grains.GetGrain<IBookDesk>(0);
}
