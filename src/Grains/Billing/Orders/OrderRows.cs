using Elizon.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Orders;

/// <summary>Where an order stands.</summary>
internal enum OrderStatus
{
    /// <summary>Waits for its payment.</summary>
    Waiting,
    Paid,

    /// <summary>Was not paid in time.</summary>
    Lapsed,
}

/// <summary>An order with the consents it was placed under.</summary>
[Table("customer_order", WriteMode.Upsert)]
internal sealed record OrderRow(
    [property: Key] OrderId Id,
    AccountId Account,
    InvoiceId Invoice,
    OrderStatus Status,
    PaymentMethod Method,
    Money Total,
    string? TermsVersion,
    bool WithdrawalWaiver,
    string PlacedBy,
    DateTimeOffset PlacedAt,
    DateTimeOffset? SettledAt
) : Row
{
    /// <summary>The constraint that a repeat of a forgotten operation violates.</summary>
    public const string PrimaryKey = "customer_order_pkey";

    public static OrderRow Of(Order order, OrderStatus status, DateTimeOffset? settledAt = null) =>
        new(
            order.Id,
            order.Account,
            order.Invoice,
            status,
            order.Method,
            order.Total,
            order.Consents.TermsVersion,
            order.Consents.WithdrawalWaiver,
            order.PlacedBy,
            order.PlacedAt,
            settledAt
        );
}

/// <summary>Where a paid piece stands; "Paid" longer than provisioning takes is what staff must see.</summary>
internal enum SoldUnitStatus
{
    Paid,
    Delivered,
    Refunded,
}

/// <summary>A paid piece of an order line, for "paid and not delivered".</summary>
[Table("sold_unit", WriteMode.Upsert)]
internal sealed record SoldUnitRow(
    [property: Key] ServiceId Service,
    AccountId Account,
    OrderId OrderId,
    InvoiceId Invoice,
    int Line,
    string Name,
    Money Net,
    Money Tax,
    SoldUnitStatus Status,
    string? Reason,
    DateTimeOffset PaidAt,
    DateTimeOffset? SettledAt
) : Row
{
    public static SoldUnitRow Of(
        AccountId account,
        ServiceId service,
        SoldUnit unit,
        SoldUnitStatus status,
        DateTimeOffset? settledAt = null,
        string? reason = null
    ) =>
        new(
            service,
            account,
            unit.Order,
            unit.Invoice,
            unit.Line,
            unit.Name,
            unit.Paid.Net,
            unit.Paid.Tax,
            status,
            reason,
            unit.PaidAt,
            settledAt
        );
}
