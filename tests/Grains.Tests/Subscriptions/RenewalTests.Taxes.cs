using Elizon.Addresses;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Tests.Billing;
using Elizon.Subscriptions;
using Elizon.Taxes;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Who and where the customer is when a period begins decides its tax, not who they were at the order.</summary>
public sealed partial class RenewalTests
{
    [Fact]
    public async Task A_business_that_becomes_valid_pays_no_tax_from_the_next_invoice()
    {
        const string vatId = "ATU10000077";
        Cluster.VatRegister.Says(vatId, false);
        var customer = await Cluster.Customer(p => p.AsBusinessInVienna(vatId));
        var user = customer.Id.Value;
        await Tell(
            user,
            new Grains.Billing.PaymentReceived(
                PaymentId.Of($"p-{user}"),
                Elizon.Payments.PaymentPurpose.TopUp,
                null,
                new Money(5_000),
                $"tr_{user}",
                "ideal"
            )
        );
        await Told(user, new SubscriptionBegan(OrderOf(user), Cluster.Clock.GetUtcNow()));
        await Advance(30);

        Cluster.VatRegister.Says(vatId, true);
        await Cluster.Grains.VatIdDesk().Check(VatId.FromText(vatId), Shop.Staff());
        await Cluster.Quiet();
        await Advance(60);

        Assert.Equal(
            [("AT", 20m, 832, 167), ("AT", 0m, 839, 0), ("AT", 0m, 839, 0)],
            await Taxes(user)
        );
        Assert.Equal(new Money(5_000 - 999 - 839 - 839), await Account(user).Balance());
        await Audited();
    }

    [Fact]
    public async Task An_address_of_the_book_is_billed_as_it_is_when_the_invoice_is_issued()
    {
        await Begin("book");
        await TopUp("book", 5_000);
        var book = Cluster.Grains.AddressBook(UserId.Of("book"));
        var vienna = new PostalAddress(
            "Anna",
            "Muster",
            null,
            null,
            "Ring 1",
            "1010",
            "Wien",
            "AT"
        );
        var added = await book.Add(vienna, false, Shop.By("book"));
        var set = await Contract("book").SetBillingAddress(added.Id, Shop.By("book"));
        Assert.Equal(added.Id, set.BillingAddress);
        await book.Replace(added.Id, vienna with { Street = "Ring 2" }, false, Shop.By("book"));
        await Advance(30);
        await book.Remove(added.Id, Shop.By("book"));
        await Advance(30);
        await Contract("book").SetBillingAddress(null, Shop.By("book"));
        await Advance(30);

        var buyers = new List<string>();
        foreach (var invoice in (await Invoices("book")).OrderBy(i => i.IssuedOn))
            buyers.Add((await Invoice("book", invoice.Id)).Buyer.Street);
        // Out of the book it counts as it was chosen.
        Assert.Equal(["Ring 2", "Ring 1", "Hauptstraße 1"], buyers);
        await Audited();
    }

    [Fact]
    public async Task A_strangers_address_is_none()
    {
        await Begin("own");
        await Known("other");
        var theirs = await Cluster
            .Grains.AddressBook(UserId.Of("other"))
            .Add(
                new PostalAddress("A", "B", null, null, "C 1", "10115", "Berlin", "DE"),
                false,
                Shop.By("other")
            );
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Contract("own").SetBillingAddress(theirs.Id, Shop.By("own"))
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    /// <summary>Of all invoices, the oldest first.</summary>
    private async Task<(string, decimal, int, int)[]> Taxes(string user)
    {
        var found = new List<(string, decimal, int, int)>();
        foreach (var invoice in (await Invoices(user)).OrderBy(i => i.IssuedOn))
        {
            var detail = await Invoice(user, invoice.Id);
            var sum = Assert.Single(detail.Taxes);
            found.Add((detail.Buyer.Country, sum.Rate, (int)sum.Net.Cents, (int)sum.Tax.Cents));
        }
        return [.. found];
    }
}
