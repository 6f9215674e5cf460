using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Tests.Billing;
using Elizon.Grains.Tests.Catalog;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Payments;

/// <summary>Notices of a payment come late, twice, at once, and with the payer's return.</summary>
public sealed class NoticeTests(AccountCluster fixture) : AccountTest(fixture), IAsyncLifetime
{
    public async Task InitializeAsync() =>
        await Cluster
            .Grains.CatalogAdmin()
            .Apply(
                CatalogSamples.Document(CatalogSamples.Product("notice-s")),
                default,
                CatalogSamples.Staff(Cluster.Clock.GetUtcNow())
            );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Fifty_notices_with_the_payers_return_book_a_top_up_once()
    {
        await Known("fifty");
        var payment = await Cluster.Grains.PaymentDesk().TopUp(new Money(5000), Shop.By("fifty"));
        await World.Pay(payment.CheckoutUrl!);

        await NoticesAtOnce(payment.Id);

        await Paid(payment.Id);
        Assert.Equal(new Money(5000), await Account("fifty").Balance());
        Assert.Equal(2, await Rows("ledger_entry", "account = 'fifty'"));
        Assert.Single(
            Cluster.Mails.To("fifty@customer.example"),
            m => m.Subject.StartsWith("Guthaben aufgeladen", StringComparison.Ordinal)
        );
        await Audited();
    }

    [Fact]
    public async Task Fifty_notices_with_the_payers_return_deliver_an_order_once()
    {
        await Known("fifty-order");
        var placed = await Cluster
            .Grains.Checkout()
            .Checkout(
                new CheckoutOrder(
                    [new CartItem(ProductId.Of("notice-s"), 30, 1)],
                    PaymentMethod.Mollie,
                    new Consents("2026-11", true)
                ),
                Shop.By("fifty-order")
            );
        var payment = new PaymentId(
            await Cluster.Scalar<string>("select id from payment where account = 'fifty-order'")
        );
        await World.Pay(placed.CheckoutUrl!);

        await NoticesAtOnce(payment);

        await Paid(payment);
        var invoice = Assert.Single(await Invoices("fifty-order"));
        Assert.Equal(InvoiceStatus.Paid, invoice.Status);
        Assert.Equal(1, await Rows("service", "owner = 'fifty-order'"));
        await Audited();
    }

    private async Task NoticesAtOnce(PaymentId payment)
    {
        var atProvider = await Cluster.Scalar<string>(
            $"select provider_id from payment_attempt where payment = '{payment.Value}'"
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => Cluster.Grains.PaymentNotices().Received(atProvider))
                .Append(Cluster.Grains.Payment(payment).Look())
        );
    }

    private async Task Paid(PaymentId payment)
    {
        await Fixtures.ElizonCluster.Until(
            async () => await Cluster.Grains.Payment(payment).Status() == "PAID",
            "the payment is seen as paid"
        );
        await Cluster.Quiet();
    }

    private Task<long> Rows(string table, string where) =>
        Cluster.Scalar<long>($"select count(*) from {table} where {where}");
}
