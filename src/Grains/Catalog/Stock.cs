using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

/// <summary>
/// The pieces of one product at one location. An order's pieces go reserved → held → sold, or back on the shelf at any
/// point; each step repeats without effect.
/// </summary>
internal sealed record StockState : IDueState
{
    /// <summary>False until the catalogue has spoken: then nothing is sold.</summary>
    public bool Limited { get; init; }

    /// <summary>How many there are in all, sold ones included; null: as many as are asked for.</summary>
    public int? Pieces { get; init; }

    /// <summary>Orders on their way; those without <see cref="Reservation.AskAt"/> are held by a committed order.</summary>
    public ImmutableSortedDictionary<string, Reservation> Reserved { get; init; } =
        ImmutableSortedDictionary<string, Reservation>.Empty;

    /// <summary>Pieces by paid order. As many entries as pieces at most.</summary>
    public ImmutableSortedDictionary<string, int> Sold { get; init; } =
        ImmutableSortedDictionary<string, int>.Empty;

    public int Taken => Reserved.Values.Sum(r => r.Pieces) + Sold.Values.Sum();

    /// <summary>Negative after the catalogue lowered the number below what is out; null when unlimited.</summary>
    public int? Left => Limited ? Pieces - Taken : 0;

    public DateTimeOffset? DueAt => Reserved.Values.Min(r => r.AskAt);
}

/// <param name="AskAt">When the account is asked whether it knows the order; null once it said so.</param>
/// <param name="Asked">An answer is under way: until it is here, the order cannot be reserved again.</param>
internal sealed record Reservation(
    AccountId Account,
    int Pieces,
    DateTimeOffset? AskAt,
    bool Asked = false
);

/// <summary>The rules of a stock. A null change: nothing is to be done.</summary>
internal static class Stock
{
    /// <summary>How long an order may take from its reservation to the account's commit.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromMinutes(2);

    /// <summary>The answer is guaranteed by the account's outbox; asking again is for a dead letter that staff revived.</summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(30);

    public static Change<StockState>? Reserve(
        StockState stock,
        OrderId order,
        AccountId account,
        int pieces,
        DateTimeOffset now
    )
    {
        if (pieces is < 1 or > 10_000)
            throw CommonRefusals.Invalid("'pieces' must be between 1 and 10000.");
        if (stock.Sold.ContainsKey(order.Value))
            return null;
        var earlier = stock.Reserved.GetValueOrDefault(order.Value);
        if (earlier is { AskAt: null })
            return null;
        if (earlier is { Asked: true })
            throw CatalogRefusals.Settling();
        if (stock.Left is { } left && pieces - (earlier?.Pieces ?? 0) > left)
            throw CatalogRefusals.SoldOut();
        return new(
            stock with
            {
                Reserved = stock.Reserved.SetItem(
                    order.Value,
                    new Reservation(account, pieces, now + Lapse)
                ),
            }
        );
    }

    /// <summary>The account gave up before its commit. Late or stray, it must not take pieces from a committed order.</summary>
    public static Change<StockState>? GiveUp(StockState stock, OrderId order) =>
        stock.Reserved.GetValueOrDefault(order.Value) is { AskAt: not null }
            ? new(stock with { Reserved = stock.Reserved.Remove(order.Value) })
            : null;

    public static Change<StockState>? Receive(StockState stock, Message message) =>
        message switch
        {
            StockLimited limited => new(stock with { Limited = true, Pieces = limited.Pieces }),
            StockHeld held => Hold(stock, held.Order),
            StockConfirmed confirmed => Sell(stock, confirmed.Order),
            StockReleased released => PutBack(stock, released.Order, released.Pieces),
            _ => throw new InvalidOperationException($"A stock takes no {message.GetType().Name}."),
        };

    /// <summary>Asks the accounts whose orders should have been committed by now.</summary>
    public static Change<StockState>? Ask(StockState stock, string key, DateTimeOffset now)
    {
        var due = stock.Reserved.Where(r => r.Value.AskAt <= now).ToArray();
        if (due.Length == 0)
            return null;
        var next = due.Select(r =>
            KeyValuePair.Create(r.Key, r.Value with { AskAt = now + AskAgain, Asked = true })
        );
        return due.Aggregate(
            new Change<StockState>(stock with { Reserved = stock.Reserved.SetItems(next) }),
            (change, r) =>
                change.Send(Address.Of(r.Value.Account), new StockAsked(key, OrderId.Of(r.Key)))
        );
    }

    private static Change<StockState>? Hold(StockState stock, OrderId order) =>
        stock.Reserved.GetValueOrDefault(order.Value) is { AskAt: not null } reservation
            ? new(
                stock with
                {
                    Reserved = stock.Reserved.SetItem(
                        order.Value,
                        reservation with
                        {
                            AskAt = null,
                            Asked = false,
                        }
                    ),
                }
            )
            : null;

    private static Change<StockState>? Sell(StockState stock, OrderId order) =>
        stock.Reserved.GetValueOrDefault(order.Value) is { } reservation
            ? new(
                stock with
                {
                    Reserved = stock.Reserved.Remove(order.Value),
                    Sold = stock.Sold.SetItem(order.Value, reservation.Pieces),
                }
            )
            : null;

    private static Change<StockState>? PutBack(StockState stock, OrderId order, int? pieces)
    {
        if (stock.Sold.TryGetValue(order.Value, out var sold))
            return new(
                stock with
                {
                    Sold =
                        pieces < sold
                            ? stock.Sold.SetItem(order.Value, sold - pieces.Value)
                            : stock.Sold.Remove(order.Value),
                }
            );
        if (stock.Reserved.GetValueOrDefault(order.Value) is not { } reservation)
            return null;
        return new(
            stock with
            {
                Reserved =
                    pieces < reservation.Pieces
                        ? stock.Reserved.SetItem(
                            order.Value,
                            reservation with
                            {
                                Pieces = reservation.Pieces - pieces.Value,
                            }
                        )
                        : stock.Reserved.Remove(order.Value),
            }
        );
    }
}
