using Elizon.Coupons;
using Elizon.Identity;

namespace Elizon.Simulation;

/// <summary>What a customer pays by.</summary>
internal enum Pays
{
    /// <summary>Keeps money on the balance, and sometimes forgets to.</summary>
    Balance,
    Card,
    DirectDebit,

    /// <summary>Transfers what an invoice says, early, late or very late.</summary>
    Transfer,
}

/// <summary>What happens once in a customer's year.</summary>
internal enum LifeEvent
{
    None,
    CancelsAtEnd,
    CancelsAndTakesBack,
    CancelsAtOnce,
    PriceRises,
    TakesLoyalty,
    TakesBonus,
    PointsFirst,
    StopsPaying,
}

/// <summary>Somebody with one contract, drawn from the seed.</summary>
/// <param name="Began">When the first period began, before the clock starts.</param>
/// <param name="EventDay">Days behind the start of the clock.</param>
internal sealed record Customer(
    UserId Id,
    string Country,
    int Cycle,
    Money Price,
    Pays Pays,
    LifeEvent Event,
    int EventDay,
    DiscountTerms? Discount,
    DateTimeOffset Began
)
{
    private static readonly string[] Countries = ["DE", "DE", "DE", "DE", "AT", "FR", "NL", "PL"];
    private static readonly int[] Prices = [399, 799, 999, 1999, 4999];

    public ServiceId Service { get; } = NewId.Derived<ServiceId>(Id.Value);

    public string Email => $"{Id}@customer.example";

    public static Customer Of(int nr, Draw draw, DateTimeOffset start, int days)
    {
        var id = $"c{nr:D5}";
        var pays = draw.Of($"{id}/pays") switch
        {
            < 0.60 => Pays.Balance,
            < 0.77 => Pays.Card,
            < 0.81 => Pays.DirectDebit,
            _ => Pays.Transfer,
        };
        // Direct debits are looked at several times each: they begin on few days, as collection runs do.
        var ago =
            (pays == Pays.DirectDebit ? 10 : 1)
            * draw.Pick(pays == Pays.DirectDebit ? 3 : 30, $"{id}/ago");
        return new Customer(
            UserId.Of(id),
            Countries[draw.Pick(Countries.Length, $"{id}/country")],
            draw.Of($"{id}/cycle") switch
            {
                < 0.02 => 14,
                < 0.05 => 90,
                _ => 30,
            },
            new Money(Prices[draw.Pick(Prices.Length, $"{id}/price")]),
            pays,
            EventOf(draw.Of($"{id}/event"), pays),
            draw.Pick(days, $"{id}/day"),
            draw.Happens(0.1, $"{id}/coupon") ? new DiscountTerms("THREE", 50, null, 3) : null,
            start.AddDays(-ago)
        );
    }

    private static LifeEvent EventOf(double drawn, Pays pays) =>
        drawn switch
        {
            < 0.04 => LifeEvent.CancelsAtEnd,
            < 0.08 => LifeEvent.CancelsAndTakesBack,
            < 0.10 => LifeEvent.CancelsAtOnce,
            < 0.20 => LifeEvent.PriceRises,
            < 0.24 => LifeEvent.TakesLoyalty,
            < 0.28 => LifeEvent.TakesBonus,
            < 0.33 => LifeEvent.PointsFirst,
            < 0.36 when pays is Pays.Balance or Pays.Transfer => LifeEvent.StopsPaying,
            _ => LifeEvent.None,
        };
}
