using Elizon.Coupons;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Coupons;

/// <summary>The rules of a coupon. A null change: nothing is to be done.</summary>
internal static class Coupon
{
    /// <summary>How long an order may take from its reservation to the account's commit.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromMinutes(2);

    /// <summary>The answer is guaranteed by the account's outbox; asking again is for a dead letter that staff revived.</summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(30);

    public static Change<CouponState> Create(
        CouponState coupon,
        CouponTerms terms,
        Caller by,
        DateTimeOffset now
    )
    {
        if (coupon.Terms is not null)
            throw CouponRefusals.Exists(terms.Code);
        Check(terms, now);
        return new Change<CouponState>(coupon with { Terms = terms, CreatedAt = now }).Record(
            AuditRow.Of(by, "coupon.created", terms.Code)
        );
    }

    /// <summary>Terms for orders from now on; what an order took is its own. Terms that hold already may have run out since.</summary>
    public static Change<CouponState>? Put(
        CouponState coupon,
        CouponTerms terms,
        Caller by,
        DateTimeOffset now
    )
    {
        if (coupon.Terms is not { } before)
            return Create(coupon, terms, by, now);
        if (Same(before, terms))
            return null;
        Check(terms, now);
        return new Change<CouponState>(coupon with { Terms = terms }).Record(
            AuditRow.Of(
                by,
                "coupon.changed",
                terms.Code,
                details: new() { ["before"] = Json.Write(before) }
            )
        );
    }

    public static Change<CouponState>? Disable(CouponState coupon, Caller by, DateTimeOffset now) =>
        Known(coupon).DisabledAt is not null
            ? null
            : new Change<CouponState>(coupon with { DisabledAt = now }).Record(
                AuditRow.Of(by, "coupon.disabled", coupon.Terms!.Code)
            );

    public static CouponState Known(CouponState coupon) =>
        coupon.Terms is null ? throw CommonRefusals.NotFound("coupon") : coupon;

    /// <summary>What may stand against a use by this customer now.</summary>
    /// <param name="order">Left out of what is held: an order does not stand in its own way.</param>
    public static CouponTerms Guard(
        CouponState coupon,
        AccountId account,
        OrderId? order,
        PastUses past,
        DateTimeOffset now
    )
    {
        var terms = coupon.Terms ?? throw CouponRefusals.Unknown();
        if (coupon.DisabledAt is not null || terms.ValidUntil <= now)
            throw CouponRefusals.Ended();
        if (terms.ValidFrom > now)
            throw CouponRefusals.NotYet(terms.ValidFrom.Value);
        var held = coupon.Held.Where(h => h.Key != order?.Value).Select(h => h.Value).ToArray();
        if (past.ByPerson + held.Count(h => h.Account == account) >= terms.MaxPerPerson)
            throw CouponRefusals.UsedByYou();
        if (coupon.Used + held.Length >= terms.MaxUses)
            throw CouponRefusals.UsedUp();
        return terms;
    }

    public static Change<CouponState>? Reserve(
        CouponState coupon,
        OrderId order,
        AccountId account,
        PastUses past,
        DateTimeOffset now
    )
    {
        var earlier = coupon.Held.GetValueOrDefault(order.Value);
        if (past.ThisOrder || earlier is { AskAt: null })
            return null;
        if (earlier is { Asked: true })
            throw CouponRefusals.Settling();
        Guard(coupon, account, order, past, now);
        return Hold(coupon, order, new CouponHold(account, now + Lapse));
    }

    /// <summary>The account gave up before its commit. Late or stray, it must not take the use of a committed order.</summary>
    public static Change<CouponState>? GiveUp(CouponState coupon, OrderId order) =>
        coupon.Held.GetValueOrDefault(order.Value) is { AskAt: not null }
            ? Without(coupon, order)
            : null;

    /// <param name="use">The order's use, when it was confirmed before.</param>
    public static Change<CouponState>? Receive(
        CouponState coupon,
        Message message,
        CouponUseRow? use,
        DateTimeOffset now
    ) =>
        message switch
        {
            CouponHeld held => coupon.Held.GetValueOrDefault(held.Order.Value)
                is { AskAt: not null } hold
                ? Hold(coupon, held.Order, hold with { AskAt = null, Asked = false })
                : null,
            CouponConfirmed confirmed => Confirm(coupon, confirmed, use, now),
            CouponReleased released => coupon.Held.ContainsKey(released.Order.Value)
                ? Without(coupon, released.Order)
                : null,
            CouponReturned returned => use is { FreedAt: null }
                ? Return(coupon, use, returned.Discount, now)
                : null,
            _ => throw new InvalidOperationException(
                $"A coupon takes no {message.GetType().Name}."
            ),
        };

    /// <summary>Asks the accounts whose orders should have been committed by now.</summary>
    public static Change<CouponState>? Ask(CouponState coupon, DateTimeOffset now)
    {
        var due = coupon.Held.Where(h => h.Value.AskAt <= now).ToArray();
        if (due.Length == 0)
            return null;
        var next = due.Select(h =>
            KeyValuePair.Create(h.Key, h.Value with { AskAt = now + AskAgain, Asked = true })
        );
        return due.Aggregate(
            new Change<CouponState>(coupon with { Held = coupon.Held.SetItems(next) }),
            (change, h) =>
                change.Send(
                    Address.Of(h.Value.Account),
                    new CouponAsked(coupon.Terms!.Code, OrderId.Of(h.Key))
                )
        );
    }

    private static void Check(CouponTerms terms, DateTimeOffset now)
    {
        string[] faults = [.. CouponFaults.Of(terms, now)];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
    }

    private static bool Same(CouponTerms a, CouponTerms b) =>
        a.Products.SequenceEqual(b.Products) && a == b with { Products = a.Products };

    /// <summary>A paid order counts even when its hold is gone: the customer was promised the price.</summary>
    private static Change<CouponState>? Confirm(
        CouponState coupon,
        CouponConfirmed confirmed,
        CouponUseRow? use,
        DateTimeOffset now
    )
    {
        var free = coupon with { Held = coupon.Held.Remove(confirmed.Order.Value) };
        if (use is not null)
            return free.Held.Count == coupon.Held.Count ? null : new(free);
        return new Change<CouponState>(free with { Used = free.Used + 1 }).Record(
            new CouponUseRow(
                confirmed.Order,
                coupon.Terms!.Code,
                confirmed.Account,
                confirmed.Discount,
                Money.Zero,
                now,
                null
            )
        );
    }

    private static Change<CouponState> Return(
        CouponState coupon,
        CouponUseRow use,
        Money discount,
        DateTimeOffset now
    )
    {
        var returned = use.Returned + discount;
        var whole = returned >= use.Discount;
        return new Change<CouponState>(
            whole ? coupon with { Used = coupon.Used - 1 } : coupon
        ).Record(use with { Returned = returned, FreedAt = whole ? now : null });
    }

    private static Change<CouponState> Hold(CouponState coupon, OrderId order, CouponHold hold) =>
        new(coupon with { Held = coupon.Held.SetItem(order.Value, hold) });

    private static Change<CouponState> Without(CouponState coupon, OrderId order) =>
        new(coupon with { Held = coupon.Held.Remove(order.Value) });
}
