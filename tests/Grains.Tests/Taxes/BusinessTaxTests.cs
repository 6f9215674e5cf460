using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Tests.Billing;
using Elizon.Identity;
using Elizon.Payments;
using Elizon.Taxes;

namespace Elizon.Grains.Tests.Taxes;

/// <summary>A VAT id on its way from the profile to the document.</summary>
public sealed class BusinessTaxTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task A_business_with_a_valid_id_sees_it_in_the_profile_and_on_its_invoice()
    {
        Cluster.VatRegister.Says("ATU10000001", true);
        var customer = await Business("ATU10000001");
        await Cluster.RunDue();
        await Becomes(customer, VatIdStatus.Valid);

        var invoice = await Order(customer);
        Assert.Equal(("AE", 0m, new Money(839), Money.Zero), Sums(invoice));
        Assert.Equal(1, Cluster.VatRegister.Asked("ATU10000001"));

        var today = new DateOnly(2026, 11, 25);
        var statement = await Cluster.Grains.TaxReports().Report(TaxReportKind.Zm, today, today);
        Assert.Equal(
            new TaxReportLine(
                "AT",
                null,
                "ATU10000001",
                "AE",
                0,
                "ZM",
                1,
                new Money(839),
                Money.Zero
            ),
            Assert.Single(statement.Lines, l => l.VatId == "ATU10000001")
        );
    }

    [Fact]
    public async Task Without_an_answer_tax_is_charged_and_a_later_one_changes_later_documents_only()
    {
        Cluster.VatRegister.Says("ATU10000002", null);
        var customer = await Business("ATU10000002");
        await Cluster.RunDue();
        await ElizonCluster.Until(() => WasAsked("ATU10000002"), "the register was asked");
        var before = await Order(customer);
        Assert.Equal(("S", 20m, new Money(832), new Money(167)), Sums(before));
        Assert.Equal(
            VatIdStatus.Pending,
            (await Cluster.Grains.User(customer.Id).Show()).VatIdStatus
        );

        Cluster.VatRegister.Says("ATU10000002", true);
        var after = await Order(customer);
        Assert.Equal(("AE", 0m, new Money(839), Money.Zero), Sums(after));
        Assert.Equal(Sums(before), Sums(await Invoice(customer.Id.Value, before.Id)));
    }

    [Fact]
    public async Task An_id_that_is_not_valid_any_more_is_told_by_mail_and_taxed()
    {
        Cluster.VatRegister.Says("ATU10000003", true);
        var customer = await Business("ATU10000003");
        await Cluster.RunDue();
        await Becomes(customer, VatIdStatus.Valid);

        Cluster.VatRegister.Says("ATU10000003", false);
        var id = VatId.FromText("ATU10000003");
        var view = await Cluster.Grains.VatIdDesk().Check(id, Shop.Staff());
        Assert.Equal(VatIdStatus.Invalid, view.Status);
        await Becomes(customer, VatIdStatus.Invalid);
        await Cluster.Quiet();
        Assert.Contains(
            await Cluster.Mails.Wait(customer.Email, 2),
            m => m.Subject == "Ihre USt-IdNr. ist nicht mehr gültig"
        );
        Assert.Equal("S", Sums(await Order(customer)).Category);
        var checks = await Cluster.Grains.VatIdDesk().Checks(id, PageRequest.Of(1, 20));
        Assert.Equal(["invalid", "valid"], checks.Items.Select(c => c.Outcome));
    }

    [Fact]
    public async Task What_is_no_VAT_id_is_not_asked_for()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Cluster.Grains.VatIdDesk().Check(VatId.FromText("US12345"), Shop.Staff())
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    private Task<Customer> Business(string vatId) =>
        Cluster.Customer(p => p.AsBusinessInVienna(vatId));

    private Task Becomes(Customer customer, VatIdStatus status) =>
        ElizonCluster.Until(
            async () => (await Cluster.Grains.User(customer.Id).Show()).VatIdStatus == status,
            $"the profile says {status}"
        );

    private async Task<bool> WasAsked(string vatId) =>
        (await Cluster.Grains.VatIdDesk().Checks(VatId.FromText(vatId), PageRequest.Of(1, 1)))
            .Items
            .Length > 0;

    /// <summary>As the checkout does: the buyer is proven first.</summary>
    private async Task<InvoiceDetail> Order(Customer customer)
    {
        var user = customer.Id.Value;
        await Tell(
            user,
            new PaymentReceived(
                PaymentId.Of($"p-{user}-{NextDelivery()}"),
                PaymentPurpose.TopUp,
                null,
                new Money(1000),
                $"tr_{user}_{NextDelivery()}",
                "ideal"
            )
        );
        var buyer = await Cluster
            .Grains.VatIdDesk()
            .Prove(await Cluster.Grains.User(customer.Id).BillingProfile());
        var placed = await Account(user)
            .Place(
                Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer()) with
                {
                    Buyer = buyer,
                },
                Shop.By(user)
            );
        return await Invoice(user, placed.Result.Invoice.Id);
    }

    private static (string Category, decimal Rate, Money Net, Money Tax) Sums(InvoiceDetail invoice)
    {
        var sum = Assert.Single(invoice.Taxes);
        return (sum.Category, sum.Rate, sum.Net, sum.Tax);
    }
}
