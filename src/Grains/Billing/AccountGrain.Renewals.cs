using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Billing.ManualInvoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>Periods of subscriptions: billed, paid, dunned.</summary>
internal sealed partial class AccountGrain
{
    public async Task<RenewalBilled> Bill(RenewalBill bill)
    {
        // What is paid at once needs money that an earlier call may have spent: look first. Others find out by the commit.
        if (bill.AtOnce && await Billed(bill.Invoice) is { } earlier)
            return earlier;
        var (change, total) = RenewalIssuing.Issue(
            aggregate.State,
            Id,
            bill,
            await Buyer(bill),
            house,
            clock.GetUtcNow()
        );
        try
        {
            await aggregate.Commit(change);
        }
        catch (UniqueViolationException error) when (error.Constraint == RenewalRow.PrimaryKey)
        {
            return await Billed(bill.Invoice) ?? throw CommonRefusals.OutcomeUnknown();
        }
        return new RenewalBilled(
            bill.Invoice,
            total,
            !change.Next.OpenInvoices.ContainsKey(bill.Invoice)
        );
    }

    public async Task<RenewalQuote> Quote(RenewalBill bill)
    {
        var tax = Taxation.Decide(await Buyer(bill), bill.From, house.Terms);
        var price = RenewalIssuing.Price(bill, tax, house);
        return new RenewalQuote(price.Sum.Net, price.Sum.Tax, price.Sum.Gross, tax.Rate);
    }

    public async Task Due()
    {
        if (Drafts.Lapse(aggregate.State, house, clock.GetUtcNow()) is { } lapsed)
            await aggregate.Commit(lapsed);
        if (ManualDrafting.Lapse(aggregate.State, Id, clock.GetUtcNow()) is { } forgotten)
            await aggregate.Commit(forgotten);
        if (NetPoints.Expire(aggregate.State, Id, clock.GetUtcNow()) is { } expired)
            await aggregate.Commit(expired);
        while (Debits.Next(aggregate.State, clock.GetUtcNow()) is { } announced)
            await aggregate.Commit(
                Debits.Step(aggregate.State, Id, announced, house, clock.GetUtcNow())
            );
        // One commit each: a cancellation draws a number, and a commit draws one.
        while (Dunning.Next(aggregate.State, clock.GetUtcNow()) is { } open)
            await aggregate.Commit(
                Dunning.Step(
                    aggregate.State,
                    Id,
                    open,
                    Dunning.Terminates(open, house)
                        ? await documents.FindCorrected(Id, open.Id)
                        : null,
                    house,
                    clock.GetUtcNow()
                )
            );
    }

    /// <summary>What was issued for the period, if anything: it holds, whatever changed since the answer was lost.</summary>
    private async Task<RenewalBilled?> Billed(InvoiceId invoice) =>
        aggregate.State.OpenInvoices.TryGetValue(invoice, out var open)
            ? new RenewalBilled(open.Id, open.Total, open.Reopened)
        : await documents.FindCorrected(Id, invoice) is { } issued
            ? new RenewalBilled(
                invoice,
                issued.Document.Content.Sum.Gross,
                true,
                issued.Left.Gone && issued.Document.Content.Sum.Gross > Money.Zero
            )
        : null;

    private Task<BillingProfile> Buyer() => GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();

    private async Task<BillingProfile> Buyer(RenewalBill bill)
    {
        var person = await Buyer();
        var billed = bill.BillTo?.Bill(person) ?? person;
        return bill.VatProof is { } proof ? billed with { VatProof = proof } : billed;
    }

    private async Task<PlacedOrder> PayOpen(OpenInvoice open, Caller by)
    {
        var change = Paying.ByCustomer(aggregate.State, Id, open, house, clock.GetUtcNow());
        var answer = await Summary(open, InvoiceStatus.Paid);
        return new PlacedOrder(await aggregate.Commit(change, by.Operation, answer), [], null);
    }

    private async Task<PlacedOrder> PrepareOpen(OpenInvoice open)
    {
        if (open.InFlight)
            throw BillingRefusals.PaymentUnderWay();
        if (open.Payment is null)
        {
            open = open with
            {
                Payment = NewId.Derived<PaymentId>($"{open.Key}/pay", open.Attempt),
            };
            await aggregate.Commit(Paying.Put(new Change<AccountState>(aggregate.State), open));
        }
        var intent = new PaymentIntent(
            open.Payment!.Value,
            Id,
            open.ToPay,
            PaymentPurpose.Invoice,
            open.Id,
            $"{open.Id} {house.Terms.Seller.Name}",
            open.Locale
        );
        return new PlacedOrder(await Summary(open, InvoiceStatus.Open), [], intent);
    }

    private async Task<CheckoutResult> Summary(OpenInvoice open, InvoiceStatus status) =>
        new(
            new InvoiceSummary(
                open.Id,
                (await documents.Find(Id, open.Id))?.Number,
                status,
                open.ToPay
            ),
            [],
            null
        );
}
