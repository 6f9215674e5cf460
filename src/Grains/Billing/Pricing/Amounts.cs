namespace Elizon.Grains.Billing.Pricing;

/// <summary>Net and the tax on it.</summary>
internal readonly record struct Amounts(Money Net, Money Tax)
{
    public Money Gross => Net + Tax;

    public static Amounts operator +(Amounts a, Amounts b) => new(a.Net + b.Net, a.Tax + b.Tax);

    public static Amounts operator -(Amounts a) => new(-a.Net, -a.Tax);

    public static Amounts Sum(IEnumerable<Amounts> parts) =>
        parts.Aggregate(default(Amounts), (sum, one) => sum + one);
}
