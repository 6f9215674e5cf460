using Elizon.Grains.Outbox;

namespace Elizon.Grains.Billing.Orders;

/// <summary>Where messages to a stock go.</summary>
internal static class StockAddress
{
    public static Address Of(string stock) => new("stock", stock);
}
