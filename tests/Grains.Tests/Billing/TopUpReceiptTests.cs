using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class TopUpReceiptTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task A_payment_told_twice_is_receipted_once_and_the_mail_names_its_number()
    {
        await TopUp("receipt1", 5000, "tr_r1");
        await TopUp("receipt1", 5000, "tr_r1");
        await TopUp("receipt1", 700, "tr_r2");
        await Cluster.Quiet();
        var receipts = await Receipts("receipt1");
        Assert.Equal([new Money(700), new Money(5000)], receipts.Items.Select(r => r.Amount));
        Assert.Equal(["0002", "0001"], receipts.Items.Select(r => r.Number[^4..]));
        Assert.Equal(2, receipts.Pagination.Total);
        Assert.All(
            receipts.Items,
            r =>
                Assert.Single(
                    Cluster.Mails.To("receipt1@customer.example"),
                    m => m.Text.Contains(r.Number, StringComparison.Ordinal)
                )
        );
        await Audited();
    }

    [Fact]
    public async Task A_transfer_is_receipted_under_the_next_number()
    {
        await TopUp("receipt2", 5000);
        var transfer = new TransferReceived(BankTransactionId.Of("t-r2"), new Money(1234), null);
        await Tell("receipt2", transfer);
        await Tell("receipt2", transfer);
        var (newest, first) = (await Receipts("receipt2")).Items switch
        {
            [var a, var b] => (a, b),
            var other => throw new InvalidOperationException($"{other.Length} receipts"),
        };
        Assert.Equal((new Money(1234), "banktransfer"), (newest.Amount, newest.Method));
        Assert.Equal((new Money(5000), "ideal"), (first.Amount, first.Method));
        Assert.Equal(first.Number[..^1] + "2", newest.Number);
        await Audited();
    }

    [Fact]
    public async Task What_pays_an_order_is_invoiced_and_what_staff_gives_is_not_receipted()
    {
        var placed = await Draft("receipt3", 999);
        await Tell(
            "receipt3",
            new PaymentReceived(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                new Money(999),
                "tr_r3",
                "ideal"
            )
        );
        await Account("receipt3").Credit(new Money(100), "sorry", Shop.Staff());
        Assert.Empty((await Receipts("receipt3")).Items);
        await Audited();
    }

    [Fact]
    public async Task A_receipt_is_a_file_for_its_owner_and_unknown_to_others()
    {
        await TopUp("receipt4", 5000);
        var receipt = Assert.Single((await Receipts("receipt4")).Items);
        var file = await Reader.Document(AccountId.Of("receipt4"), receipt.Id);
        Assert.Equal(($"{receipt.Number}.pdf", "application/pdf"), (file.Name, file.MediaType));
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            Reader.Document(AccountId.Of("receipt1"), receipt.Id)
        );
        Assert.Equal(RefusalKind.NotFound, refused.Kind);
    }

    [Fact]
    public async Task Money_for_nobody_known_is_booked_and_receipted()
    {
        await Tell("receipt5", Shop.ToppedUp("receipt5", new Money(500)));
        Assert.Equal(new Money(500), await Account("receipt5").Balance());
        Assert.Single((await Receipts("receipt5")).Items);
    }

    private ITopUpReceipts Reader => Cluster.Grains.TopUpReceipts();

    private Task<PageOf<TopUpReceiptView>> Receipts(string user) =>
        Reader.List(AccountId.Of(user), PageRequest.Of(null, null));
}
