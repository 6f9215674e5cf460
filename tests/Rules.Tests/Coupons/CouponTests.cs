using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Coupons;
using Elizon.Grains.Outbox;

namespace Elizon.Rules.Tests.Coupons;

public sealed class CouponTests
{
    private static readonly AccountId Ann = new("ann");
    private static readonly AccountId Bob = new("bob");
    private static readonly OrderId First = new("order-1");
    private static readonly OrderId Second = new("order-2");
    private static readonly PastUses Never = new(0, false);
    private static DateTimeOffset Now => CouponSamples.Now;

    [Fact]
    public void The_last_use_is_given_once()
    {
        var coupon = Reserved(Made(t => t with { MaxUses = 1 }), First, Ann);
        Assert.Equal("coupon.usedUp", Refused(() => Reserved(coupon, Second, Bob)));
    }

    [Fact]
    public void Terms_are_put_once_changed_for_later_orders_and_checked()
    {
        var terms = CouponSamples.Percent(10) with
        {
            Products = [new("a")],
            ValidUntil = Now.AddDays(1),
        };
        var made = Coupon.Put(new CouponState(), terms, CouponSamples.Staff, Now)!.Next;
        Assert.Null(
            Coupon.Put(
                made,
                terms with
                {
                    Products = [new("a")],
                },
                CouponSamples.Staff,
                Now.AddDays(2)
            )
        );

        var held = Reserved(made, First, Ann);
        var changed = Coupon.Put(
            held,
            terms with
            {
                Percent = 20,
                MaxUses = 1,
            },
            CouponSamples.Staff,
            Now
        )!;
        Assert.Equal(20, changed.Next.Terms!.Percent);
        Assert.Equal((1, made.CreatedAt), (changed.Next.Held.Count, changed.Next.CreatedAt));
        Assert.Equal("coupon.usedUp", Refused(() => Reserved(changed.Next, Second, Bob)));
        Assert.Throws<Refusal>(() =>
            Coupon.Put(made, terms with { Percent = 101 }, CouponSamples.Staff, Now)
        );
    }

    [Fact]
    public void A_person_holds_no_more_uses_than_one_may()
    {
        var coupon = Reserved(Made(t => t with { MaxPerPerson = 1 }), First, Ann);
        Assert.Equal("coupon.usedByYou", Refused(() => Reserved(coupon, Second, Ann)));
        Assert.Equal(2, Reserved(coupon, Second, Bob).Held.Count);
    }

    [Fact]
    public void What_a_person_used_before_counts()
    {
        var coupon = Made(t => t with { MaxPerPerson = 2 });
        Assert.Equal(
            "coupon.usedByYou",
            Refused(() => Coupon.Reserve(coupon, First, Ann, new PastUses(2, false), Now))
        );
    }

    [Fact]
    public void Reserving_again_takes_no_second_use()
    {
        var coupon = Reserved(Made(t => t with { MaxUses = 1, MaxPerPerson = 1 }), First, Ann);
        Assert.Single(Reserved(coupon, First, Ann).Held);
    }

    [Fact]
    public void An_order_that_used_it_takes_nothing_more() =>
        Assert.Null(Coupon.Reserve(Made(), First, Ann, new PastUses(1, true), Now));

    [Fact]
    public void Before_and_after_its_time_it_is_refused()
    {
        var coupon = Made(t =>
            t with
            {
                ValidFrom = Now.AddHours(1),
                ValidUntil = Now.AddHours(2),
            }
        );
        Assert.Equal("coupon.notYet", Refused(() => Guard(coupon, Now)));
        Assert.Equal(coupon.Terms, Guard(coupon, Now.AddHours(1)));
        Assert.Equal("coupon.ended", Refused(() => Guard(coupon, Now.AddHours(2))));
    }

    [Fact]
    public void Disabled_it_is_refused_and_disabling_again_changes_nothing()
    {
        var disabled = Coupon.Disable(Made(), CouponSamples.Staff, Now)!.Next;
        Assert.Equal("coupon.ended", Refused(() => Guard(disabled, Now)));
        Assert.Null(Coupon.Disable(disabled, CouponSamples.Staff, Now));
    }

    [Fact]
    public void A_code_that_was_never_made_is_unknown() =>
        Assert.Equal("coupon.unknown", Refused(() => Guard(new CouponState(), Now)));

    [Fact]
    public void A_paid_order_is_one_use_however_often_it_is_told()
    {
        var coupon = Reserved(Made(), First, Ann);
        var told = Told(coupon, new CouponConfirmed(First, Ann, new Money(100)));
        Assert.Equal((1, 0), (told.Next.Used, told.Next.Held.Count));
        var use = Assert.IsType<CouponUseRow>(Assert.Single(told.Rows).Row);
        Assert.Null(
            Coupon.Receive(told.Next, new CouponConfirmed(First, Ann, new Money(100)), use, Now)
        );
    }

    [Fact]
    public void A_lapsed_order_gives_its_use_back()
    {
        var coupon = Reserved(Made(t => t with { MaxUses = 1 }), First, Ann);
        var held = Told(coupon, new CouponHeld(First)).Next;
        var free = Told(held, new CouponReleased(First)).Next;
        Assert.Single(Reserved(free, Second, Bob).Held);
    }

    [Fact]
    public void Giving_up_late_takes_nothing_from_a_committed_order() =>
        Assert.Null(
            Coupon.GiveUp(Told(Reserved(Made(), First, Ann), new CouponHeld(First)).Next, First)
        );

    [Fact]
    public void A_use_is_free_again_when_every_piece_came_back()
    {
        var used = Told(Made(), new CouponConfirmed(First, Ann, new Money(100)));
        var use = (CouponUseRow)used.Rows[0].Row;
        var part = Coupon.Receive(used.Next, new CouponReturned(First, new Money(60)), use, Now)!;
        Assert.Equal(1, part.Next.Used);
        var rest = (CouponUseRow)part.Rows[0].Row;
        var whole = Coupon.Receive(part.Next, new CouponReturned(First, new Money(40)), rest, Now)!;
        Assert.Equal(0, whole.Next.Used);
        Assert.Equal(use with { Returned = new Money(100), FreedAt = Now }, whole.Rows[0].Row);
    }

    [Fact]
    public void After_two_minutes_the_account_is_asked_once()
    {
        var coupon = Reserved(Made(), First, Ann);
        Assert.Equal(Now + Coupon.Lapse, coupon.DueAt);
        var asked = Coupon.Ask(coupon, coupon.DueAt!.Value)!;
        Assert.Equal(
            new Outgoing(Address.Of(Ann), new CouponAsked(coupon.Terms!.Code, First)),
            Assert.Single(asked.Messages)
        );
        Assert.Null(Coupon.Ask(asked.Next, coupon.DueAt.Value.AddMinutes(1)));
        Assert.Equal("coupon.settling", Refused(() => Reserved(asked.Next, First, Ann)));
    }

    [Fact]
    public void A_code_is_made_once() =>
        Assert.Equal(
            "coupon.exists",
            Refused(() => Coupon.Create(Made(), CouponSamples.Percent(5), CouponSamples.Staff, Now))
        );

    [Fact]
    public void Every_fault_of_the_terms_is_named()
    {
        var terms = CouponSamples.Percent(101) with
        {
            Code = CouponCode.Of("ab"),
            Renewals = -1,
            MaxUses = 0,
            MaxPerPerson = 0,
            Minimum = new Money(-1),
            ValidUntil = Now,
        };
        Assert.Equal(7, CouponFaults.Of(terms, Now).Count());
        Assert.Single(
            CouponFaults.Of(
                terms with
                {
                    Code = CouponCode.Of("abc"),
                    Percent = 10,
                    Amount = new Money(1),
                    Renewals = 1,
                    MaxUses = 1,
                    MaxPerPerson = 1,
                    Minimum = null,
                    ValidUntil = null,
                },
                Now
            )
        );
    }

    private static CouponState Made(Func<CouponTerms, CouponTerms>? change = null)
    {
        var terms = CouponSamples.Percent(10);
        return Coupon
            .Create(new CouponState(), change?.Invoke(terms) ?? terms, CouponSamples.Staff, Now)
            .Next;
    }

    private static CouponState Reserved(CouponState coupon, OrderId order, AccountId account) =>
        Coupon.Reserve(coupon, order, account, Never, Now)?.Next ?? coupon;

    private static Grains.Storage.Change<CouponState> Told(CouponState coupon, Message message) =>
        Coupon.Receive(coupon, message, null, Now)!;

    private static CouponTerms Guard(CouponState coupon, DateTimeOffset at) =>
        Coupon.Guard(coupon, Ann, null, Never, at);

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Key;
}
