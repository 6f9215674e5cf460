using Elizon.Billing;
using Elizon.Fixtures;

namespace Elizon.Grains.Tests.Billing;

public sealed class ManualInvoiceTests(AccountCluster fixture) : AccountTest(fixture)
{
    private static readonly ManualInvoice Written = new([
        new ManualLine("Umzug", new Money(4_900), 2, "zwei Server"),
    ]);

    [Fact]
    public async Task Staff_writes_a_draft_that_the_customer_sees_when_it_is_finalised()
    {
        const string user = "manual-1";
        await Known(user);
        var draft = await Manual(user).Write(Written, Shop.Staff("write-1"));
        var again = await Manual(user).Write(Written, Shop.Staff("write-1"));
        Assert.Equal((draft.Id, new Money(9_800)), (again.Id, draft.Total));
        Assert.Empty(await Invoices(user));
        await Assert.ThrowsAsync<Refusal>(() => Invoice(user, draft.Id));
        await Assert.ThrowsAsync<Refusal>(() =>
            Cluster
                .Grains.InvoiceReader()
                .Document(AccountId.Of(user), draft.Id, InvoiceFormat.Proforma)
        );
        var proforma = await Desk.Document(draft.Id, InvoiceFormat.Proforma);
        Assert.Equal("application/pdf", proforma.MediaType);

        var changed = await Desk.Rewrite(
            draft.Id,
            Written with
            {
                Lines = [.. Written.Lines, new ManualLine("Support", new Money(200))],
            },
            Shop.Staff()
        );
        var issued = await Desk.Finalise(draft.Id, Shop.Staff("finalise-1"));
        var repeated = await Desk.Finalise(draft.Id, Shop.Staff("finalise-1"));

        Assert.Equal(new Money(10_000), changed.Total);
        Assert.StartsWith("RE-2026-", issued.Number, StringComparison.Ordinal);
        Assert.Equal(issued, repeated);
        var invoice = await Invoice(user, draft.Id);
        Assert.Equal(
            (InvoiceStatus.Open, issued.Number, 2),
            (invoice.Status, invoice.Number, invoice.Lines.Length)
        );
        await Refused("invoice.finalised", () => Desk.Finalise(draft.Id, Shop.Staff("other")));
        await Refused("invoice.finalised", () => Desk.Discard(draft.Id, Shop.Staff()));
        await Refused("invoice.noProforma", () => Desk.Document(draft.Id, InvoiceFormat.Proforma));

        await TopUp(user, 10_000);
        await Account(user).PayFromBalance(draft.Id, Shop.By(user));
        Assert.Equal(InvoiceStatus.Paid, (await Invoice(user, draft.Id)).Status);
        Assert.Equal(Money.Zero, await Account(user).Balance());
        await Audited();
    }

    [Fact]
    public async Task A_draft_is_discarded_and_an_order_is_no_draft_by_hand()
    {
        const string user = "manual-2";
        await Known(user);
        var draft = await Manual(user).Write(Written, Shop.Staff());
        await Refused("invoice.notFinalised", () => Desk.MarkPaid(draft.Id, Shop.Staff()));
        await Refused("invoice.notFinalised", () => Desk.Cancel(draft.Id, Shop.Staff()));
        await Desk.Discard(draft.Id, Shop.Staff());
        await Refused("notFound", () => Desk.Finalise(draft.Id, Shop.Staff()));
        var order = (await Draft(user, 500)).Result.Invoice.Id;
        await Refused("invoice.ofOrder", () => Desk.Finalise(order, Shop.Staff()));
        var proforma = await Cluster
            .Grains.InvoiceReader()
            .Document(AccountId.Of(user), order, InvoiceFormat.Proforma);
        Assert.StartsWith("proforma-", proforma.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charged_back_it_is_owed_again_and_a_cancellation_settles_it()
    {
        const string user = "manual-3";
        await Known(user);
        var draft = await Manual(user).Write(Written, Shop.Staff());
        await Desk.Finalise(draft.Id, Shop.Staff());
        var payment = (await Account(user).PrepareProviderPayment(draft.Id, Shop.By(user)))
            .Payment!
            .Id;
        await Tell(
            user,
            new Grains.Billing.PaymentReceived(
                payment,
                Elizon.Payments.PaymentPurpose.Invoice,
                draft.Id,
                new Money(9_800),
                "tr_manual_3",
                "directdebit"
            )
        );
        Assert.Equal(InvoiceStatus.Paid, (await Invoice(user, draft.Id)).Status);
        await Tell(
            user,
            new Grains.Billing.PaymentChargedBack(
                payment,
                Elizon.Payments.PaymentPurpose.Invoice,
                draft.Id,
                new Money(9_800),
                "tr_manual_3",
                "chb_manual_3",
                "MD06"
            )
        );
        Assert.NotEqual(InvoiceStatus.Paid, (await Invoice(user, draft.Id)).Status);
        await TopUp(user, 9_800, "tr_manual_3_again");
        Assert.Equal(InvoiceStatus.Paid, (await Invoice(user, draft.Id)).Status);
        await Desk.Cancel(draft.Id, Shop.Staff());
        Assert.Equal(new Money(9_800), await Account(user).Balance());
        await Audited();
    }

    private IInvoiceDesk Desk => Cluster.Grains.InvoiceDesk();

    private IManualInvoices Manual(string user) =>
        Cluster.Grains.ManualInvoices(AccountId.Of(user));

    private static async Task Refused(string key, Func<Task> call) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(call)).Key);
}
