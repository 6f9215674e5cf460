namespace Elizon.Grains.Tests.Journeys;

/// <summary>Contracts that are changed or cancelled within a period.</summary>
public sealed class ChangeJourneyTests
{
    private const string Start = "2026-11-25T08:00:00Z";

    [Fact]
    public async Task Upgraded_twice_and_downgraded_in_one_period()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2026-12-05T08:00:00Z");
        await journey.Resize(4096);
        await journey.GoTo("2026-12-10T08:00:00Z");
        await journey.Resize(7168);
        await journey.GoTo("2026-12-15T08:00:00Z");
        await journey.Resize(2048);
        await journey.GoTo("2026-12-26T08:00:00Z");
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
            2026-12-05 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · Arbeitsspeicher 2048 → 4096 MiB · 20 Tage, 2026-12-05 to 2026-12-24: 1.60 = 1.34 + 0.26 at S 19 DE
            2026-12-05 mail invoice
            2026-12-05 mail size-changed
            2026-12-05 panel resize 4096
            2026-12-10 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · Arbeitsspeicher 4096 → 7168 MiB · 15 Tage, 2026-12-10 to 2026-12-24: 1.80 = 1.51 + 0.29 at S 19 DE
            2026-12-10 mail invoice
            2026-12-10 mail size-changed
            2026-12-10 panel resize 7168
            2026-12-15 mail size-changed
            2026-12-15 panel resize 2048
            2026-12-24 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage · Rest der letzten Größenänderung: −0,01 €, 2026-12-31 to 2027-01-29: 9.98 = 8.39 + 1.59 at S 19 DE
            2026-12-24 mail invoice
            then 2027-01-20 payment
            then 2027-01-23 subscription
            then 2028-11-24 account
            balance 26.63
            """
        );
    }

    [Fact]
    public async Task Withdrawn_with_all_that_was_added_since()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2026-11-30T08:00:00Z");
        await journey.Resize(4096);
        await journey.AddAddress();
        await journey.GoTo("2026-12-05T08:00:00Z");
        await journey.Withdraw();
        await journey.GoTo("2027-02-01T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Corrected: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 50.00 at the page
            2026-11-25 panel create
            2026-11-30 Invoice Corrected: 1 × Klötze minecraft-2g, world · Frankfurt · Arbeitsspeicher 2048 → 4096 MiB · 25 Tage, 2026-11-30 to 2026-12-24: 2.00 = 1.68 + 0.32 at S 19 DE
            2026-11-30 Invoice Corrected: 1 × Zusätzliche Adresse, world · Frankfurt · 25 Tage, 2026-11-30 to 2026-12-24: 2.08 = 1.75 + 0.33 at S 19 DE
            2026-11-30 mail invoice
            2026-11-30 mail size-changed
            2026-11-30 mail invoice
            2026-11-30 mail order
            2026-11-30 mail add-on-ready
            2026-11-30 panel resize 4096
            2026-12-05 Correction Paid: -1 × Klötze minecraft-2g, world · Frankfurt · Arbeitsspeicher 2048 → 4096 MiB · 25 Tage, 2026-11-30 to 2026-12-24: -1.60 = -1.34 + -0.26 at S 19 DE
            2026-12-05 note: Widerruf des Vertrags über „Klötze minecraft-2g“.
            2026-12-05 Correction Paid: -1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: -6.66 = -5.59 + -1.07 at S 19 DE
            2026-12-05 note: Widerruf des Vertrags über „world“.
            2026-12-05 Correction Paid: -1 × Zusätzliche Adresse, world · Frankfurt · 25 Tage, 2026-11-30 to 2026-12-24: -1.66 = -1.40 + -0.26 at S 19 DE
            2026-12-05 note: Widerruf des Vertrags über „world“.
            2026-12-05 mail declaration-received
            2026-12-05 mail correction
            2026-12-05 mail correction
            2026-12-05 mail correction
            2026-12-05 panel delete
            then 2028-11-24 account
            balance 45.85
            """
        );
    }

    [Fact]
    public async Task Cancelled_and_taken_back_on_the_last_day()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(5_000);
        await journey.Order();
        await journey.GoTo("2026-12-01T08:00:00Z");
        await journey.Contract.Cancel(false, journey.By);
        await journey.GoTo("2026-12-25T07:00:00Z");
        await journey.Contract.Reactivate(journey.By);
        await journey.GoTo("2026-12-26T08:00:00Z");
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
            2026-12-01 mail cancellation-confirmed
            2026-12-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-25 mail invoice
            then 2027-01-17 subscription
            then 2027-01-20 payment
            then 2028-11-24 account
            balance 30.02
            """
        );

        await journey.Contract.Cancel(false, journey.By);
        await journey.GoTo("2027-03-01T08:00:00Z");
        await journey.Tells(
            """
            2026-12-26 mail cancellation-confirmed
            2027-01-24 panel delete
            then 2028-11-24 account
            balance 30.02
            """
        );
    }
}
