using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions.PriceChanges;
using Elizon.Identity;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// A contract: guards, bills through the account, commits, answers. It awaits the service (who may), the catalogue, the
/// person and the account, none of which awaits it.
/// </summary>
[GrainType(SubscriptionAddress.Kind)]
internal sealed partial class SubscriptionGrain(
    [Aggregate] IAggregate<SubscriptionState> aggregate,
    House house,
    UpgradeQuotes quotes,
    TimeProvider clock
) : Grain, ISubscriptionGrain, IInbox, IDue
{
    private SubscriptionState State => aggregate.State;

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message =>
                message switch
                {
                    SubscriptionBegan began => Renewing.Begin(State, began, house),
                    CollectionChanged told => Renewing.Collected(State, told, house),
                    RenewalPaid paid => Renewing.Paid(State, paid, house),
                    RenewalOverdue overdue => Renewing.Overdue(State, overdue),
                    RenewalGivenUp given => Renewing.GivenUp(State, given, Now),
                    SizeReached reached => Upgrading.Reached(State, reached),
                    SizeRefused refused => Upgrading.Refused(State, refused, house, Now),
                    PriceAnnounced told => AnnouncedPrices.Take(State, told, house, Now),
                    ServiceEnded ended => Renewing.ServiceGone(State, ended),
                    BaseWithdrawn told => DeclaredEnds.WithdrawAddOn(State, told, house),
                    _ => throw new InvalidOperationException(
                        $"A subscription does not take {message.GetType().Name}."
                    ),
                }
        );

    public async Task Due()
    {
        if (State.DueAt is not { } due || due > Now)
            return;
        if (State.UnderWay is { RetryAt: not null })
            await Charge(null);
        else if (State.CancelAtEnd)
            await aggregate.Commit(Renewing.End(State, "cancelled", Now));
        else if (
            State.Order!.AddOn is { } addOn
            && !await GrainFactory.AddOnBase(addOn.Service).GoesOnBehind(State.PaidUntil)
        )
            await aggregate.Commit(AddOnContracts.Wait(State, Now));
        else
            await Bill(atOnce: false);
    }

    public async Task<SubscriptionView> Show(Caller by)
    {
        await Admit(by, Permission.View);
        return State.ToView();
    }

    public Task<SubscriptionView> Cancel(bool atOnce, Caller by) =>
        Change(
            by,
            () =>
                atOnce
                    ? Changing.CancelAtOnce(State, by, Now)
                    : Changing.CancelAtEnd(State, by, Now)
        );

    public Task<SubscriptionView> Reactivate(Caller by) =>
        Change(by, () => Changing.Reactivate(State, by));

    public Task<SubscriptionView> SetAutopay(bool? enabled, bool? netPointsFirst, Caller by) =>
        Change(by, () => Changing.Autopay(State, enabled, netPointsFirst, house, by));

    public async Task<SubscriptionView> SetInterval(int days, Caller by)
    {
        await AdmitOwner(by);
        AddOnContracts.Guard(State);
        var cycles = await CatalogueCycles();
        return await Change(by, () => Changing.Interval(State, days, cycles, house, by));
    }

    public async Task<RenewalPreview> PreviewRenewal(int? days, Caller by)
    {
        await Admit(by, by.Needs);
        Changing.Renewable(State);
        if (days is not null)
            AddOnContracts.Guard(State);
        var state =
            days is { } other && other != State.Cycle
                ? State with
                {
                    Price = Changing.PriceOf(State, other, await CatalogueCycles()),
                    Cycle = other,
                    PriceChange = null,
                }
                : State;
        var bill = SubscriptionPrices.Bill(state, atOnce: true, "") with
        {
            BillTo = await BillingAddress(),
        };
        var quote = await GrainFactory.RenewalBilling(state.Order!.Owner).Quote(bill);
        return new RenewalPreview(
            bill.Cycle,
            quote.Net,
            quote.Tax,
            quote.Total,
            quote.TaxRate,
            state.PaidUntil,
            house.At(bill.From.AddDays(bill.Cycle), state.At)
        );
    }

    public async Task<SubscriptionView> Extend(SubscriptionOffer offer, Caller by)
    {
        if (offer != SubscriptionOffer.Period)
            return await Change(by, () => Changing.Give(State, offer, house, by));
        await AdmitOwner(by);
        if (await aggregate.Replay<SubscriptionView>(by.Operation) is { } earlier)
            return earlier;
        Changing.Renewable(State);
        return await Bill(atOnce: true, by.Operation);
    }

    public async Task<CyclePrice[]> Cycles(Caller by)
    {
        await Admit(by, Permission.View);
        AddOnContracts.Guard(State);
        return await CatalogueCycles();
    }

    public Task<SubscriptionView> ChangePrice(Money price, DateOnly from, Caller by) =>
        Change(by, () => Changing.ChangePrice(State, price, from, house, by, Now));

    /// <summary>
    /// The account commits first, under the period's own key; should this grain die before its own commit, the repeat
    /// gets the same answer.
    /// </summary>
    private async Task<SubscriptionView> Bill(bool atOnce, Operation? operation = null)
    {
        var buyer = await GrainFactory.User(State.Order!.Owner).BillingProfile();
        var address = await BillingAddress();
        var bill = SubscriptionPrices.Bill(State, atOnce, buyer.Locale) with
        {
            BillTo = address,
            VatProof = await Proof(address?.Bill(buyer) ?? buyer),
        };
        var billed = await GrainFactory.RenewalBilling(buyer.User).Bill(bill);
        if (billed.TakenBack)
        {
            await aggregate.Commit(Renewing.TakenBack(State));
            return await Bill(atOnce, operation);
        }
        var change = Renewing.Billed(State.Since(house.DayOf(Now)), bill, billed, house);
        return await aggregate.Commit(change, operation, change.Next.ToView());
    }

    private async Task<SubscriptionView> Change(Caller by, Func<Change<SubscriptionState>> rule)
    {
        await AdmitOwner(by);
        if (await aggregate.Replay<SubscriptionView>(by.Operation) is { } earlier)
            return earlier;
        await CatchUp();
        var change = rule();
        return await aggregate.Commit(change, by.Operation, change.Next.ToView());
    }

    private async Task AdmitOwner(Caller by)
    {
        await Admit(by, by.Needs);
        if (!IsOwner(by))
            throw SubscriptionRefusals.OwnerOnly();
    }

    /// <summary>Whoever shares the service may look; the service knows who does.</summary>
    private async Task Admit(Caller by, Permission need)
    {
        if (State.Order is null || !IsOwner(by))
            await GrainFactory
                .ServiceInside(
                    State.Order?.AddOn?.Service ?? ServiceId.Of(this.GetPrimaryKeyString())
                )
                .Inside(by, need);
        if (State.Order is null)
            throw SubscriptionRefusals.NotFound();
    }

    private bool IsOwner(Caller by) => by.IsHouse || by.User == State.Order!.Owner;

    private async Task<CyclePrice[]> CatalogueCycles()
    {
        var prices = await GrainFactory.CatalogReader().Prices(State.Order!.Product);
        return [.. prices.Select(p => new CyclePrice(p.BillingCycle, p.Price))];
    }
}
