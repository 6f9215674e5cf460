using Elizon.Catalog;
using Elizon.Grains.Billing.Orders;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Billing;

/// <summary>Reservations: taken inside the account's turn, so that no repeat of the same order runs beside it.</summary>
internal sealed partial class AccountGrain
{
    /// <summary>
    /// Takes all pieces or none. A crash or an unknown outcome after this leaves a reservation that the stock asks
    /// about (<see cref="StockAsked"/>).
    /// </summary>
    private async Task Reserve(Order order)
    {
        var taken = new List<string>();
        try
        {
            foreach (var (stock, pieces) in order.Stocks)
            {
                await GrainFactory.Stock(stock).Reserve(order.Id, Id, pieces);
                taken.Add(stock);
            }
            if (order.Coupon is { } coupon)
                await Reserve(order, coupon);
        }
        catch (Refusal)
        {
            foreach (var stock in taken)
                await Release(stock, order.Id);
            throw;
        }
    }

    private async Task Release(string stock, OrderId order)
    {
        try
        {
            await GrainFactory.Stock(stock).Release(order);
        }
        catch (Exception error)
        {
            // The stock asks by itself later; the customer gets the refusal that led here.
            LogNotReleased(logger, stock, order, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Stock {Stock} of order {Order} was not released and will be asked about"
    )]
    private static partial void LogNotReleased(
        ILogger logger,
        string stock,
        OrderId order,
        Exception error
    );
}
