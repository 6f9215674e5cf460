namespace Elizon.Grains.Tests.Journeys;

/// <summary>Periods over the edges of the house's calendar.</summary>
public sealed class CalendarJourneyTests
{
    /// <summary>02:30 in Berlin, which comes twice on 25 October.</summary>
    [Fact]
    public async Task A_period_that_ends_in_the_hour_that_autumn_repeats()
    {
        await using var journey = await Journey.Begin("2026-09-25T00:30:00Z");
        await journey.TopUp(5_000);
        await journey.Order();
        await Ends(journey, "2026-10-25T00:30:00Z");
        await journey.GoTo("2026-11-20T00:00:00Z");
        await Ends(journey, "2026-12-24T01:30:00Z");
        await journey.Tells(
            """
            2026-09-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-09-25 to 2026-10-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-09-25 mail activation
            2026-09-25 mail top-up-received
            2026-09-25 mail invoice
            2026-09-25 mail order
            2026-09-25 mail server-ready
            2026-09-25 mollie Once 50.00 at the page
            2026-09-25 panel create
            2026-10-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-10-25 to 2026-11-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-10-18 mail invoice
            2026-11-17 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-24 to 2026-12-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-17 mail invoice
            then 2026-11-20 payment
            then 2026-12-17 subscription
            then 2028-09-24 account
            balance 20.03
            """
        );
    }

    /// <summary>02:30 in Berlin, which there is not on 28 March.</summary>
    [Fact]
    public async Task A_period_that_ends_in_the_hour_that_spring_leaves_out()
    {
        await using var journey = await Journey.Begin("2027-02-26T01:30:00Z");
        await journey.TopUp(5_000);
        await journey.Order();
        await Ends(journey, "2027-03-28T01:30:00Z");
        await journey.GoTo("2027-04-21T00:00:00Z");
        await Ends(journey, "2027-05-27T00:30:00Z");
        await journey.Tells(
            """
            2027-02-26 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-02-26 to 2027-03-27: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-02-26 mail activation
            2027-02-26 mail top-up-received
            2027-02-26 mail invoice
            2027-02-26 mail order
            2027-02-26 mail server-ready
            2027-02-26 mollie Once 50.00 at the page
            2027-02-26 panel create
            2027-03-21 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-03-28 to 2027-04-26: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-03-21 mail invoice
            2027-04-20 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-04-27 to 2027-05-26: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-04-20 mail invoice
            then 2027-04-23 payment
            then 2027-05-20 subscription
            then 2029-02-25 account
            balance 20.03
            """
        );
    }

    [Fact]
    public async Task A_period_that_begins_on_29_February()
    {
        await using var journey = await Journey.Begin("2028-01-30T08:00:00Z");
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2028-03-25T08:00:00Z");
        await journey.Tells(
            """
            2028-01-30 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2028-01-30 to 2028-02-28: 9.99 = 8.39 + 1.60 at S 19 DE
            2028-01-30 mail activation
            2028-01-30 mail top-up-received
            2028-01-30 mail invoice
            2028-01-30 mail order
            2028-01-30 mail server-ready
            2028-01-30 mollie Once 50.00 at the page
            2028-01-30 panel create
            2028-02-22 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2028-02-29 to 2028-03-29: 9.99 = 8.39 + 1.60 at S 19 DE
            2028-02-22 mail invoice
            2028-03-23 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2028-03-30 to 2028-04-28: 9.99 = 8.39 + 1.60 at S 19 DE
            2028-03-23 mail invoice
            then 2028-03-26 payment
            then 2028-04-22 subscription
            then 2030-01-29 account
            balance 20.03
            """
        );
    }

    [Fact]
    public async Task A_year_from_29_February()
    {
        await using var journey = await Journey.Begin("2028-02-29T08:00:00Z");
        await journey.TopUp(20_000);
        await journey.Order(cycle: 365);
        await journey.GoTo("2029-02-27T08:00:00Z");
        await Ends(journey, "2030-02-28T08:00:00Z");
        await journey.Tells(
            """
            2028-02-29 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 365 Tage, 2028-02-29 to 2029-02-27: 99.90 = 83.95 + 15.95 at S 19 DE
            2028-02-29 mail activation
            2028-02-29 mail top-up-received
            2028-02-29 mail invoice
            2028-02-29 mail order
            2028-02-29 mail server-ready
            2028-02-29 mollie Once 200.00 at the page
            2028-02-29 panel create
            2029-02-21 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 365 Tage, 2029-02-28 to 2030-02-27: 99.90 = 83.95 + 15.95 at S 19 DE
            2029-02-21 mail invoice
            then 2030-02-21 subscription
            then 2030-02-28 account
            balance 0.20
            """
        );
    }

    private static async Task Ends(Journey journey, string at) =>
        Assert.Equal(
            DateTimeOffset.Parse(at, null),
            (await journey.Contract.Show(journey.By)).PeriodEnd
        );
}
