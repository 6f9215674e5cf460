using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

public sealed class TopUpReceiptTests
{
    private static readonly string Prefix = $"GB-{PayerReference.Of(Samples.Account)[4..]}-";

    private readonly Books _books = new();
    private BillingProfile? _payer = Samples.Buyer();

    [Fact]
    public void A_top_up_is_receipted_with_what_is_known_of_its_payer()
    {
        var at = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
        var receipt = Assert.Single(Receipts(Pay("tr_1", 5000, at: at)));
        Assert.Equal(
            (new Money(5000), "payment/tr_1/received", "ideal", at),
            (receipt.Amount, receipt.Effect, receipt.Method, receipt.ReceivedAt)
        );
        var content = TopUpReceiptContent.Parse(receipt.Content);
        Assert.Equal(
            ($"{Prefix}0001", "de", "EUR", new Money(5000), "ideal", Samples.Account.Value),
            (
                content.Number,
                content.Language,
                content.Currency,
                content.Amount,
                content.Method,
                content.CustomerNumber
            )
        );
        // The house's new year has begun.
        Assert.Equal((at, new DateOnly(2027, 1, 1)), (content.ReceivedAt, content.ReceivedOn));
        Assert.Equal(OrderContent.PartyOf(Samples.Buyer()), content.Payer);
        Assert.Equal(Samples.House.Terms.Seller.Name, content.Seller.Name);
    }

    [Fact]
    public void Numbers_count_per_account_whatever_brings_the_money()
    {
        var numbers = new[]
        {
            Pay("tr_1", 5000),
            Transfer("t1", 700),
            Pay("tr_2", 900, PaymentPurpose.Invoice, InvoiceId.Of("gone")),
        }.SelectMany(Receipts);
        Assert.Equal(
            [$"{Prefix}0001", $"{Prefix}0002", $"{Prefix}0003"],
            numbers.Select(r => r.Number)
        );
        Assert.Equal(3, _books.State.TopUpReceipts);
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1200, 201)]
    public void What_a_transfer_leaves_over_beside_an_order_is_receipted(long cents, long rest)
    {
        var order = Waiting();
        var receipts = Receipts(Transfer("t1", cents, order.Invoice));
        Assert.Equal(rest == 0 ? [] : [new Money(rest)], receipts.Select(r => r.Amount));
    }

    [Fact]
    public void A_payment_of_an_order_is_invoiced_and_not_receipted()
    {
        var order = Waiting();
        Assert.Empty(Receipts(Pay("tr_1", 999, PaymentPurpose.Invoice, order.Invoice)));
    }

    [Fact]
    public void What_the_house_gives_and_what_comes_back_is_not_receipted()
    {
        var credit = Credits.Credit(
            _books.State,
            Samples.Account,
            "c1",
            new Money(500),
            "sorry",
            Samples.By() with
            {
                Reason = "sorry",
            },
            Samples.House,
            Samples.Now
        );
        var failed = BalancePayouts.Failed(
            _books.State,
            Samples.Account,
            new PayoutFailed(PayoutId.Of("p1"), new Money(500), true, "AC01"),
            Samples.Now
        );
        Assert.Empty(Receipts(credit).Concat(Receipts(failed)));
    }

    [Fact]
    public void Without_receipts_the_money_comes_and_nothing_is_counted()
    {
        var off = Samples.HouseWith(o => o.TopUpReceipts = false);
        var change = Pay("tr_1", 5000, house: off);
        Assert.Empty(Receipts(change));
        Assert.Equal((new Money(5000), 0), (change.Next.Balance, change.Next.TopUpReceipts));
        Assert.Equal("", Mailed(change));
    }

    [Fact]
    public void The_mail_names_the_receipt()
    {
        Assert.Equal($"{Prefix}0001", Mailed(Pay("tr_1", 5000)));
        Assert.Equal($"{Prefix}0002", Mailed(Transfer("t1", 700)));
        Assert.Equal($"{Prefix}0003", Mailed(Pay("tr_2", 900, PaymentPurpose.Invoice)));
    }

    [Fact]
    public void Money_for_nobody_known_is_receipted_without_a_name()
    {
        _payer = null;
        var receipt = Assert.Single(Receipts(Pay("tr_1", 5000)));
        var content = TopUpReceiptContent.Parse(receipt.Content);
        Assert.Equal(
            (null, "de", Samples.Account.Value),
            (content.Payer, content.Language, content.CustomerNumber)
        );
    }

    private static IEnumerable<TopUpReceiptRow> Receipts(Change<AccountState>? change) =>
        change!.Rows.Select(r => r.Row).OfType<TopUpReceiptRow>();

    private static string Mailed(Change<AccountState> change) =>
        change.Messages.Select(m => m.Message).OfType<SendMail>().Single().Values["receipt"];

    private Change<AccountState> Pay(
        string provider,
        long cents,
        PaymentPurpose purpose = PaymentPurpose.TopUp,
        InvoiceId? invoice = null,
        House? house = null,
        DateTimeOffset? at = null
    ) =>
        Committed(
            Settlement.Received(
                _books.State,
                Samples.Account,
                new PaymentReceived(
                    PaymentId.Of("p1"),
                    purpose,
                    invoice,
                    new Money(cents),
                    provider,
                    "ideal"
                ),
                _payer,
                house ?? Samples.House,
                at ?? Samples.Now
            )
        );

    private Change<AccountState> Transfer(string id, long cents, InvoiceId? invoice = null) =>
        Committed(
            Transfers.Received(
                _books.State,
                Samples.Account,
                new TransferReceived(BankTransactionId.Of(id), new Money(cents), invoice),
                _payer,
                Samples.House,
                Samples.Now
            )
        );

    private Change<AccountState> Committed(Change<AccountState> change)
    {
        Assert.True(_books.Commit(change));
        return change;
    }

    private Order Waiting()
    {
        var order = Samples.Order(PaymentMethod.Mollie);
        _books.Commit(Ordering.PlaceDraft(_books.State, order, Samples.House));
        return order;
    }
}
