using Elizon.Coupons;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Coupons;

/// <summary>A thin shell around <see cref="Coupon"/>.</summary>
[GrainType("coupon")]
internal sealed class CouponGrain(
    [Aggregate] IAggregate<CouponState> aggregate,
    CouponUses uses,
    TimeProvider clock
) : Grain, ICouponGrain, IInbox, IDue
{
    private CouponCode Code => CouponCode.Of(this.GetPrimaryKeyString());

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<CouponView> Create(CouponTerms terms, Caller by)
    {
        if (await aggregate.Replay<CouponView>(by.Operation) is { } earlier)
            return earlier;
        var change = Coupon.Create(aggregate.State, terms with { Code = Code }, by, Now);
        return await aggregate.Commit(Listed(change), by.Operation, change.Next.ToView());
    }

    public async Task<CouponPut> Put(CouponTerms terms, bool dryRun, Caller by)
    {
        if (await aggregate.Replay<CouponPut>(by.Operation) is { } earlier)
            return earlier;
        if (terms.Code != Code)
            throw CommonRefusals.Invalid("'code' must be the one of the address.");
        var before = aggregate.State;
        if (Coupon.Put(before, terms, by, Now) is not { } change)
            return new CouponPut(before.ToView(), CouponChange.None);
        var answer = new CouponPut(
            change.Next.ToView(),
            before.Terms is null ? CouponChange.Added : CouponChange.Changed
        );
        return dryRun ? answer : await aggregate.Commit(Listed(change), by.Operation, answer);
    }

    public async Task<CouponView> Disable(Caller by)
    {
        await Commit(Coupon.Disable(aggregate.State, by, Now));
        return aggregate.State.ToView();
    }

    public Task<CouponView> Show() => Task.FromResult(Coupon.Known(aggregate.State).ToView());

    public async Task<CouponTerms> Offer(AccountId account) =>
        Coupon.Guard(aggregate.State, account, null, await uses.Of(Code, account, null), Now);

    public async Task Reserve(OrderId order, AccountId account)
    {
        var past = await uses.Of(Code, account, order);
        await Commit(Coupon.Reserve(aggregate.State, order, account, past, Now));
    }

    public Task Release(OrderId order) => Commit(Coupon.GiveUp(aggregate.State, order));

    public async Task Receive(Delivery delivery)
    {
        var message = delivery.Read();
        var use = message switch
        {
            CouponConfirmed c => await uses.Find(Code, c.Order),
            CouponReturned r => await uses.Find(Code, r.Order),
            _ => null,
        };
        await aggregate.Receive(
            delivery,
            m => Coupon.Receive(aggregate.State, m, use, Now) is { } change ? Listed(change) : null
        );
    }

    public Task Due() => Commit(Coupon.Ask(aggregate.State, Now));

    private Task Commit(Change<CouponState>? change) =>
        change is null ? Task.CompletedTask : aggregate.Commit(Listed(change));

    private static Change<CouponState> Listed(Change<CouponState> change) =>
        change.Record(CouponRow.Of(change.Next));
}
