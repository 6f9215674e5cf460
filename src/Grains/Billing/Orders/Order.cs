using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Orders;

/// <summary>What a customer ordered, at fixed prices; becomes one invoice.</summary>
internal sealed record Order(
    OrderId Id,
    InvoiceId Invoice,
    AccountId Account,
    DateTimeOffset PlacedAt,
    string PlacedBy,
    BillingProfile Buyer,
    ImmutableArray<OrderLine> Lines,
    PaymentMethod Method,
    Consents Consents
)
{
    /// <summary>The coupon it uses; what it takes off is in the lines.</summary>
    public CouponTerms? Coupon { get; init; }

    /// <summary>NetPoints that pay a part of it.</summary>
    public int Points { get; init; }

    /// <summary>What is left to be paid with money.</summary>
    [JsonIgnore]
    public Money ToPay => Total - NetPoints.Worth(Points);

    [JsonIgnore]
    public Money Discount => Money.Sum(Lines.Select(l => l.Discount));

    [JsonIgnore]
    public UserId Owner => UserId.Of(Account.Value);

    [JsonIgnore]
    public Money Total => Money.Sum(Lines.Select(l => l.Total));

    /// <summary>Pieces per stock.</summary>
    [JsonIgnore]
    public ImmutableArray<(string Stock, int Pieces)> Stocks =>
        [
            .. Lines
                .Where(l => l.Offer.Stock is not null)
                .GroupBy(l => l.Offer.Stock!, StringComparer.Ordinal)
                // Always in this order, so that two orders never wait for each other crosswise.
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Sum(l => l.Offer.Quantity))),
        ];

    /// <summary>The identity of the order and its invoice derives from the operation that places it.</summary>
    public static Order Of(
        string operation,
        AccountId account,
        OrderRequest request,
        ImmutableArray<OrderLine> lines,
        Caller by,
        DateTimeOffset now
    )
    {
        var id = NewId.Derived<OrderId>(operation);
        return new Order(
            id,
            NewId.Derived<InvoiceId>(id.Value),
            account,
            now,
            by.By,
            request.Buyer,
            lines,
            request.PaymentMethod,
            request.Consents
        )
        {
            Coupon = request.Coupon,
            Points = request.Points,
        };
    }
}
