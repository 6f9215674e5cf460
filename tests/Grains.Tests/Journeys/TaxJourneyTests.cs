using Elizon.Identity;

namespace Elizon.Grains.Tests.Journeys;

/// <summary>The tax of a period is that of its first day, whatever held at the order.</summary>
public sealed class TaxJourneyTests
{
    [Fact]
    public async Task A_rate_that_changes_between_order_and_renewal_and_back_again()
    {
        await using var journey = await Journey.Begin("2020-06-10T08:00:00Z");
        await journey.TopUp(10_000);
        await journey.Order();
        await journey.GoTo("2020-12-31T08:00:00Z");
        await journey.Tells(
            """
            2020-06-10 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-06-10 to 2020-07-09: 9.99 = 8.39 + 1.60 at S 19 DE
            2020-06-10 mail activation
            2020-06-10 mail top-up-received
            2020-06-10 mail invoice
            2020-06-10 mail order
            2020-06-10 mail server-ready
            2020-06-10 mollie Once 100.00 at the page
            2020-06-10 panel create
            2020-07-03 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-07-10 to 2020-08-08: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-07-03 mail invoice
            2020-08-02 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-08-09 to 2020-09-07: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-08-02 mail invoice
            2020-09-01 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-09-08 to 2020-10-07: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-09-01 mail invoice
            2020-10-01 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-10-08 to 2020-11-06: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-10-01 mail invoice
            2020-10-31 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-11-07 to 2020-12-06: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-10-31 mail invoice
            2020-11-30 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2020-12-07 to 2021-01-05: 9.99 = 8.61 + 1.38 at S 16 DE
            2020-11-30 mail invoice
            2020-12-30 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2021-01-06 to 2021-02-04: 9.99 = 8.39 + 1.60 at S 19 DE
            2020-12-30 mail invoice
            then 2021-01-29 subscription
            then 2022-06-10 account
            balance 20.08
            """
        );
    }

    [Fact]
    public async Task A_customer_who_moves_from_Germany_to_Austria()
    {
        await using var journey = await Journey.Begin("2026-11-25T08:00:00Z");
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2026-12-20T08:00:00Z");
        await journey
            .Cluster.Grains.User(journey.Customer.Id)
            .ChangeProfile(
                new ProfileChange(Street: "Ring 1", Zip: "1010", City: "Wien", Country: "AT"),
                journey.By
            );
        await journey.GoTo("2027-01-18T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 50.00 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-18 mail invoice
            2027-01-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-01-24 to 2027-02-22: 9.99 = 8.32 + 1.67 at S 20 AT
            2027-01-17 mail invoice
            then 2027-01-20 payment
            then 2027-02-16 subscription
            then 2028-11-24 account
            balance 20.03
            """
        );
    }

    [Fact]
    public async Task A_business_whose_VAT_id_becomes_valid()
    {
        const string vatId = "ATU10000099";
        await using var journey = await Journey.Begin(
            "2026-11-25T08:00:00Z",
            p => p.AsBusinessInVienna(vatId),
            register => register.Says(vatId, false)
        );
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2026-12-20T08:00:00Z");
        // An id that is not valid is asked for again every week.
        journey.Cluster.VatRegister.Says(vatId, true);
        await journey.GoTo("2027-01-18T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.32 + 1.67 at S 20 AT
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 50.00 at the page
            2026-11-25 panel create
            2026-11-25 vies ATU10000099
            2026-12-02 vies ATU10000099
            2026-12-09 vies ATU10000099
            2026-12-16 vies ATU10000099
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.32 + 1.67 at S 20 AT
            2026-12-18 mail invoice
            2026-12-18 vies ATU10000099
            2026-12-25 vies ATU10000099
            2027-01-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-01-24 to 2027-02-22: 8.39 = 8.39 + 0.00 at AE 0 AT
            2027-01-17 mail invoice
            2027-01-17 vies ATU10000099
            then 2027-01-20 payment
            then 2027-02-14 vat-id
            then 2027-02-16 subscription
            then 2028-11-24 account
            balance 21.63
            """
        );
    }
}
