using Elizon.Grains.Outbox;

namespace Elizon.Grains.Catalog;

/// <summary>The order is committed and waits for its payment: the reservation stays until it is confirmed or released.</summary>
[MessageName("stock.held")]
public sealed record StockHeld(OrderId Order) : Message;

/// <summary>The order is paid: the pieces are sold.</summary>
[MessageName("stock.confirmed")]
public sealed record StockConfirmed(OrderId Order) : Message;

/// <summary>The order is off, or the service was refunded: the pieces go back on the shelf.</summary>
[MessageName("stock.released")]
public sealed record StockReleased(OrderId Order, int? Pieces = null) : Message;

/// <summary>The catalogue says how many pieces there are in all; null: as many as are asked for.</summary>
[MessageName("stock.limited")]
public sealed record StockLimited(int? Pieces) : Message;
