using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Subscriptions;
using Elizon.Identity;
using Elizon.Subscriptions;
using Elizon.Taxes;
using Orleans.Concurrency;

namespace Elizon.Grains.Checkout;

/// <summary>Asks the catalogue and the person, lets the account commit, then opens services or fetches the address to pay at.</summary>
[StatelessWorker, GrainType("checkout")]
internal sealed class CheckoutGrain(
    KeptAnswers answers,
    OrderOpening opening,
    CouponLookup coupons,
    House house,
    TimeProvider clock
) : Grain, ICheckoutGrain
{
    public async Task<CartView> Price(CartToPrice cart, Caller by)
    {
        CartLimits.Check(cart);
        var upgrades = Task.WhenAll(
            (cart.Upgrades ?? []).Select(u =>
                GrainFactory.Subscription(u.ServiceId).QuoteChange(u.Resources, by)
            )
        );
        var (offers, buyer, coupon) = await Quote(cart.Items, cart.CouponCode, by);
        var priced = Carts.Price(offers, buyer, house, clock.GetUtcNow(), coupon);
        if (cart.NetPoints > 0)
        {
            var points = await GrainFactory.Account(by.User).PreviewPoints(priced.Total);
            priced = Carts.WithPoints(priced, cart.NetPoints, points);
        }
        return Carts.WithUpgrades(priced, await upgrades);
    }

    public Task<CartView> Calculate(CartItem[] items, string? couponCode, Caller by) =>
        Price(new CartToPrice(items, couponCode), by);

    public Task<CartView> PreviewCoupon(CartItem[] items, string code, Caller by) =>
        string.IsNullOrWhiteSpace(code)
            ? throw CouponRefusals.Unknown()
            : Calculate(items, code, by);

    public async Task<CartCheck> Validate(CartItem[] items, Caller by)
    {
        CartLimits.Check(items);
        var faults = await Task.WhenAll(items.Select((item, i) => Fault([item], items, i, by)));
        // Each item alone may be had, but not all of them together.
        if (faults.All(f => f.Length == 0))
            faults = [await Fault(items, items, 0, by)];
        UnavailableItem[] unavailable = [.. faults.SelectMany(f => f)];
        return new CartCheck(unavailable.Length == 0, unavailable);
    }

    public async Task<CheckoutBootstrap> Bootstrap(Caller by)
    {
        var profile = GrainFactory.User(by.User).BillingProfile();
        var balance = GrainFactory.Account(by.User).Balance();
        return new CheckoutBootstrap(
            await profile,
            await balance,
            [
                new PaymentOption(PaymentMethod.Guthaben, true),
                new PaymentOption(PaymentMethod.Mollie, true),
                new PaymentOption(PaymentMethod.Sepa, false),
            ],
            house.Terms.TermsVersion,
            new CheckoutLimits(
                CartLimits.MaxItems,
                CartLimits.MaxQuantity,
                house.TopUpMin,
                house.TopUpMax,
                house.Terms.MaxOpenDrafts
            ),
            "EUR"
        );
    }

    public async Task<CheckoutResult> Checkout(CheckoutOrder order, Caller by)
    {
        if (await answers.Find<CheckoutResult>(by.Operation) is { } complete)
            return complete;
        var placed = await answers.Find<CheckoutResult>(PlacedStage.Of(by.Operation)) is { } earlier
            ? await Resume(earlier, by)
            : await Place(order, by);
        return placed.Payment is null
            ? await opening.Open(placed)
            : await opening.Offer(placed, order.SaveMethod, by.Operation);
    }

    private async Task<PlacedOrder> Place(CheckoutOrder order, Caller by)
    {
        if (order.Consents.TermsVersion is { } terms && terms != house.Terms.TermsVersion)
            throw CheckoutRefusals.TermsChanged(house.Terms.TermsVersion);
        CartLimits.Check(order.Items);
        var (offers, buyer, coupon) = await Quote(order.Items, order.CouponCode, by);
        buyer = await GrainFactory.VatIdDesk().Prove(buyer);
        return await GrainFactory
            .Account(by.User)
            .Place(
                new OrderRequest(
                    offers,
                    buyer,
                    order.PaymentMethod,
                    order.Consents,
                    order.ExpectedTotal,
                    coupon,
                    order.NetPoints
                ),
                by
            );
    }

    /// <summary>An order whose first try ended before its answer was whole: what is placed stays, its payment is offered again.</summary>
    private async Task<PlacedOrder> Resume(CheckoutResult earlier, Caller by)
    {
        if (earlier.Invoice.Status != InvoiceStatus.Draft)
            return new PlacedOrder(earlier, [], null);
        var placed = await GrainFactory
            .Account(by.User)
            .PrepareProviderPayment(earlier.Invoice.Id, by);
        return placed with { Result = earlier };
    }

    private async Task<(Offer[] Offers, BillingProfile Buyer, CouponTerms? Coupon)> Quote(
        CartItem[] items,
        string? couponCode,
        Caller by
    )
    {
        var coupon = coupons.Find(couponCode, AccountId.Of(by.User.Value));
        var offers = Offers(items, by);
        var buyer = GrainFactory.User(by.User).BillingProfile();
        return (await offers, await buyer, await coupon);
    }

    /// <summary>Add-ons are priced by the contract they add to, everything else by the catalogue.</summary>
    private async Task<Offer[]> Offers(CartItem[] items, Caller by)
    {
        if (items.Length == 0)
            return [];
        if (items.All(i => i.AddOn is null))
            return await GrainFactory.CatalogReader().Quote(items);
        if (items.Any(i => i.AddOn is null))
            throw CheckoutRefusals.MixedCart();
        var faults = new CartFaults();
        var today = house.DayOf(clock.GetUtcNow());
        var offers = new List<Offer?>();
        for (var i = 0; i < items.Length; i++)
        {
            var contract = await GrainFactory.AddOnBase(items[i].AddOn!.ServiceId).Base(by);
            var prices = await GrainFactory.CatalogReader().AddOns(contract.Order.Product);
            offers.Add(AddOnOffers.Of(items[i], $"items[{i}]", contract, prices, today, faults));
        }
        faults.Throw();
        return [.. offers.OfType<Offer>()];
    }

    private async Task<UnavailableItem[]> Fault(
        CartItem[] part,
        CartItem[] items,
        int from,
        Caller by
    )
    {
        try
        {
            await Offers(part, by);
            return [];
        }
        catch (Refusal refusal)
        {
            return Unavailable.Of(refusal, items, from);
        }
    }
}
