namespace Elizon.Grains.Tests.Journeys;

/// <summary>Renewals and their money: by card, by direct debit, never.</summary>
public sealed class PaymentJourneyTests
{
    private const string Start = "2026-11-25T08:00:00Z";

    [Fact]
    public async Task A_card_that_fails_and_is_good_again()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(999, saveMethod: true);
        await journey.Order();
        journey.Payments.CardsFail = "insufficient_funds";
        await journey.GoTo("2026-12-25T07:00:00Z");
        journey.Payments.CardsFail = null;
        await journey.GoTo("2026-12-29T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Payer
            2026-11-25 mollie First 9.99 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-18 mail invoice
            2026-12-18 mail payment-failed
            2026-12-18 mollie Recurring 9.99 creditcard
            2026-12-26 mail payment-reminder
            2026-12-26 mollie Recurring 9.99 creditcard
            then 2027-01-02 payment
            then 2027-01-17 subscription
            then 2027-01-20 payment
            then 2028-11-24 account
            balance 0.00
            """
        );
    }

    [Fact]
    public async Task A_direct_debit_that_is_pending_across_the_due_day_and_charged_back_later()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(999);
        await journey.AllowDirectDebit();
        await journey.Order();
        await journey.GoTo("2026-12-30T08:00:00Z");
        await journey.Payments.Pay(journey.Payments.Last);
        await journey.Settle();
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 9.99 at the page
            2026-11-25 mollie Payer
            2026-11-25 mollie Mandate directdebit
            2026-11-25 panel create
            2026-12-06 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-06 mail invoice
            2026-12-06 mail invoice-debit-announced
            2026-12-20 mollie Recurring 9.99 directdebit
            then 2026-12-31 payment
            then 2027-01-05 subscription
            then 2027-01-20 payment
            then 2028-11-24 account
            balance 0.00
            """
        );

        await journey.GoTo("2027-01-10T08:00:00Z");
        await journey.Payments.ChargeBack(journey.Payments.Last, "MD06");
        await journey.GoTo("2027-01-14T08:00:00Z");
        await journey.Tells(
            """
            no more: 2026-12-06 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-06 Invoice Overdue: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-01-05 Invoice Open: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2027-01-24 to 2027-02-22: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-01-05 mail invoice
            2027-01-05 mail invoice-debit-announced
            2027-01-10 mail charged-back
            2027-01-11 mail payment-reminder
            2027-01-13 mail service-suspended
            2027-01-13 panel suspend
            then 2027-01-17 payment
            then 2027-01-19 account
            then 2027-01-20 payment
            balance 0.00
            """
        );

        await journey.TopUp(999);
        await journey.Tells(
            """
            no more: 2026-12-06 Invoice Overdue: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-06 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2027-01-14 mail top-up-received
            2027-01-14 mollie Once 9.99 at the page
            2027-01-14 panel unsuspend
            then 2027-01-15 payment
            then 2027-01-17 payment
            then 2027-01-19 account
            then 2027-01-20 payment
            balance 0.00
            """
        );
    }

    [Fact]
    public async Task A_bill_that_is_never_paid()
    {
        await using var journey = await Journey.Begin(Start);
        await journey.TopUp(999);
        await journey.Order();
        await journey.GoTo("2027-03-01T08:00:00Z");
        await journey.Tells(
            """
            2026-11-25 Invoice Paid: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-11-25 to 2026-12-24: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-11-25 mail activation
            2026-11-25 mail top-up-received
            2026-11-25 mail invoice
            2026-11-25 mail order
            2026-11-25 mail server-ready
            2026-11-25 mollie Once 9.99 at the page
            2026-11-25 panel create
            2026-12-18 Invoice Corrected: 1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: 9.99 = 8.39 + 1.60 at S 19 DE
            2026-12-18 mail invoice
            2026-12-26 mail payment-reminder
            2026-12-28 mail service-suspended
            2026-12-28 panel suspend
            2027-01-04 mail deletion-announced
            2027-01-11 Cancellation Paid: -1 × Klötze minecraft-2g, world · Frankfurt · 30 Tage, 2026-12-25 to 2027-01-23: -9.99 = -8.39 + -1.60 at S 19 DE
            2027-01-11 note: Der Vertrag ist beendet; die Leistung wurde nicht erbracht.
            2027-01-11 mail correction
            2027-01-11 mail service-terminated
            2027-01-11 panel delete
            then 2028-11-24 account
            balance 0.00
            """
        );
    }
}
