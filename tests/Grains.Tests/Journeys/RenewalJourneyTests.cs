using Elizon.Coupons;
using Elizon.Grains.Tests.Billing;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Journeys;

/// <summary>Contracts that go on, and what their periods cost.</summary>
public sealed class RenewalJourneyTests
{
    private const string Start = "2026-11-25T08:00:00Z";

    [Fact]
    public async Task A_plain_year()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(20_000);
        await journey.Order();
        await journey.GoTo("2027-11-25T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 200.00 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-18 mail invoice
            2027-01-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-01-24 to 2027-02-22: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-01-17 mail invoice
            2027-02-16 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-02-23 to 2027-03-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-02-16 mail invoice
            2027-03-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-03-25 to 2027-04-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-03-18 mail invoice
            2027-04-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-04-24 to 2027-05-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-04-17 mail invoice
            2027-05-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-05-24 to 2027-06-22: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-05-17 mail invoice
            2027-06-16 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-06-23 to 2027-07-22: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-06-16 mail invoice
            2027-07-16 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-07-23 to 2027-08-21: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-07-16 mail invoice
            2027-08-15 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-08-22 to 2027-09-20: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-08-15 mail invoice
            2027-09-14 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-09-21 to 2027-10-20: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-09-14 mail invoice
            2027-10-14 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-10-21 to 2027-11-19: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-10-14 mail invoice
            2027-11-13 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-11-20 to 2027-12-19: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-11-13 mail invoice
            then 2027-12-13 subscription
            then 2028-11-24 account
            balance 70.13
            """
        );
    }

    [Fact]
    public async Task A_coupon_for_three_renewals()
    {
        await using var journey = await Journey.Begin(Start);
        var terms = Shop.Coupon("THREE", 50, renewals: 3);
        await journey.Cluster.Grains.Coupon(terms.Code).Create(terms, Shop.Staff());
        await journey.TopUp(5_000);
        await journey.Order("THREE");
        await journey.GoTo("2027-03-30T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage · Gutschein THREE: −5,00 €, 2026-11-25 to 2026-12-24: 4.99 = 4.19 + 0.80 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 50.00 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage · Gutschein THREE: −5,00 €, 2026-12-25 to 2027-01-23: 4.99 = 4.19 + 0.80 at S 19 DE
            2026-12-18 mail invoice
            2027-01-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage · Gutschein THREE: −5,00 €, 2027-01-24 to 2027-02-22: 4.99 = 4.19 + 0.80 at S 19 DE
            2027-01-17 mail invoice
            2027-02-16 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage · Gutschein THREE: −5,00 €, 2027-02-23 to 2027-03-24: 4.99 = 4.19 + 0.80 at S 19 DE
            2027-02-16 mail invoice
            2027-03-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-03-25 to 2027-04-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-03-18 mail invoice
            then 2027-04-17 subscription
            then 2028-11-24 account
            balance 20.05
            """
        );
    }

    [Fact]
    public async Task A_price_that_rises_with_notice()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(5_000);
        await journey.Order();
        await journey
            .Cluster.Grains.PriceChangeDesk()
            .Announce(
                new(
                    Journey.Product,
                    30,
                    new Money(1_299),
                    new DateOnly(2027, 1, 10),
                    new Money(999)
                ),
                Shop.Staff()
            );
        await journey.GoTo("2027-02-24T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mail price-changed
            2026-11-25 mollie Once 50.00 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-18 mail invoice
            2027-01-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-01-24 to 2027-02-22: 12.99 = 10.92 + 2.07 at S 19 DE
            2027-01-17 mail invoice
            2027-02-16 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-02-23 to 2027-03-24: 12.99 = 10.92 + 2.07 at S 19 DE
            2027-02-16 mail invoice
            then 2027-03-18 subscription
            then 2028-11-24 account
            balance 4.04
            """
        );
    }
}
