namespace Elizon.Grains.Billing.Points;

/// <summary>The operator's rules of NetPoints, section "Billing:Points". One point is always worth one cent.</summary>
public sealed class PointsOptions
{
    /// <summary>Points per euro paid, 0 to 100; 0: none are earned. Points themselves earn none.</summary>
    public decimal PerEuro { get; set; } = 1;

    /// <summary>Days until earned points end.</summary>
    public int LifeDays { get; set; } = 730;

    /// <summary>Percent of an order that points may pay, 0 to 100.</summary>
    public int MaxShare { get; set; } = 100;
}
