using Elizon.Catalog;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Billing.SizeChanges;
using Elizon.Grains.Catalog;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>Changes of size: quoted, charged through the account, told to the service.</summary>
internal sealed partial class SubscriptionGrain
{
    public async Task<UpgradeOptions> Upgrades(Caller by)
    {
        await Admit(by, Permission.View);
        var sizes = await GrainFactory.CatalogReader().Sizes(State.Order!.Product);
        return UpgradeViewing.Options(State, sizes, house, Now);
    }

    public async Task<UpgradeQuote> QuoteChange(ResourceWishes wanted, Caller by)
    {
        await AdmitRunning(by, Permission.View);
        await CatchUp();
        Changing.Renewable(State);
        var sizes =
            await GrainFactory.CatalogReader().Sizes(State.Order!.Product)
            ?? throw UpgradeRefusals.Unavailable();
        var terms = Terms(sizes, wanted);
        var plan = UpgradePlan.Of(State, terms);
        var price =
            plan.Charge > Money.Zero
                ? await GrainFactory
                    .SizeChangeBilling(State.Order.Owner)
                    .Quote(Bill(terms, plan, netPoints: false))
                : new RenewalQuote(Money.Zero, Money.Zero, Money.Zero, 0);
        terms = terms with { Total = price.Total };
        return UpgradeViewing.Quote(State, plan, terms, price, house, quotes.Seal(terms));
    }

    public Task<ContractChange> Upgrade(ChangeOrder order, Caller by) =>
        Order(order, ChangeKind.Upgrade, by);

    public Task<ContractChange> Downgrade(ChangeOrder order, Caller by) =>
        Order(order, ChangeKind.Downgrade, by);

    private async Task<ContractChange> Order(ChangeOrder order, ChangeKind kind, Caller by)
    {
        await AdmitOwner(by);
        if (await aggregate.Replay<ContractChange>(by.Operation) is { } earlier)
            return earlier;
        var terms = quotes.Open(order.Quote, State.Order!.Id);
        if (State.LastChange?.Quote != terms.Id)
        {
            await CatchUp();
            if (State.LastChange?.Quote != terms.Id)
            {
                await AdmitRunning(by, by.Needs);
                await aggregate.Commit(Upgrading.Begin(State, terms, order, kind, by, Now));
                return await Charge(by.Operation) is { } refused
                    ? throw refused
                    : State.LastChange!.Answer;
            }
        }
        // The same quote again: it is charged once, and this answer is kept for the key it came with.
        return await aggregate.Commit(
            new Change<SubscriptionState>(State),
            by.Operation,
            State.LastChange!.Answer
        );
    }

    /// <summary>
    /// The account charges under the quote's own invoice, so that asking again after a crash is a repeat. A refusal says that
    /// nothing was charged; anything else leaves the order, and it is asked again.
    /// </summary>
    private async Task<Refusal?> Charge(Operation? operation)
    {
        var underWay = State.UnderWay!;
        var plan = UpgradePlan.Of(State, underWay.Terms);
        try
        {
            if (plan.Charge > Money.Zero)
                await GrainFactory
                    .SizeChangeBilling(State.Order!.Owner)
                    .Charge(Bill(underWay.Terms, plan, underWay.NetPoints));
        }
        catch (Refusal refusal) when (refusal.Kind != RefusalKind.ProviderDown)
        {
            await aggregate.Commit(Upgrading.Declined(State));
            return refusal;
        }
        var change = Upgrading.Charged(State, plan, house, Now);
        await aggregate.Commit(change, operation, change.Next.LastChange!.Answer);
        return null;
    }

    /// <summary>
    /// What is due comes first: a charge that was interrupted, a period that is to be billed. Of a bill whose answer was
    /// lost nobody here knows yet that it is paid.
    /// </summary>
    private async Task CatchUp()
    {
        if (State.UnderWay is { RetryAt: not null })
            await Charge(null);
        await Due();
    }

    private UpgradeTerms Terms(ProductSizes sizes, ResourceWishes wanted)
    {
        var held = State.Order!.Plan.Limits();
        var from = PaidTime.FirstWhole(State, house, Now);
        var limits = WantedSize.Of(sizes, held, wanted);
        return new UpgradeTerms(
            quotes.NewId(),
            State.Order.Id,
            UpgradeTerms.BasisOf(State),
            limits,
            from,
            SizePrices.Of(
                sizes,
                held,
                limits,
                PaidTime.From(State, from).Select(s => s.Days).Append(State.Cycle)
            ),
            Money.Zero,
            "EUR",
            Now + UpgradeQuotes.Life
        );
    }

    private SizeChangeBill Bill(UpgradeTerms terms, UpgradePlan plan, bool netPoints)
    {
        var order = State.Order!;
        return new SizeChangeBill(
            terms.Invoice,
            order.Id,
            State.Period,
            order.Order,
            order.Product,
            order.ProductName,
            order.Name,
            order.Plan.LocationName,
            order.Plan.Limits(),
            terms.Limits,
            plan.Charge,
            terms.From,
            plan.PaidDay,
            terms.Total,
            netPoints
        );
    }

    /// <summary>A server that stands still or is gone is not changed.</summary>
    private async Task AdmitRunning(Caller by, Permission need)
    {
        await Admit(by, need);
        var service = await GrainFactory.ServiceInside(State.Order!.Id).Inside(by, need);
        if (service.View.Status == ServiceStatus.Suspended)
            throw ServiceRefusals.Suspended();
        if (service.View.Status == ServiceStatus.Deleted)
            throw ServiceRefusals.Deleted();
    }
}
