using Elizon.Banking;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Payments.Payers;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class ClosingTests(AccountCluster fixture) : AccountTest(fixture)
{
    private const string Iban = "DE02120300000000202051";

    [Fact]
    public async Task The_balance_leaves_to_the_cent_once_and_the_customer_is_told()
    {
        await TopUp("close1", 4321);
        await Account("close1").GrantPoints(150, "gift", Shop.Staff());
        var asked = await Close("close1", confirmed: false);
        Assert.Equal(
            (ClosingStatus.Open, new Money(4321), 150),
            (asked.Status, asked.Balance, asked.Points)
        );
        Assert.Equal(new Money(4321), await Account("close1").Balance());

        var closed = await Close("close1", "close-1");
        var again = await Close("close1", "close-1");
        await Cluster.Quiet();

        Assert.Equal(closed.Payout, again.Payout);
        Assert.Equal(
            (ClosingStatus.Closed, Money.Zero, 0, new Money(4321), "DE02…2051"),
            (closed.Status, closed.Balance, closed.Points, closed.Payout!.Amount, closed.Payout.To)
        );
        Assert.Equal(
            (1L, 4321L),
            (
                await Cluster.Scalar<long>(
                    "select count(*) from bank_payout where account = 'close1'"
                ),
                await Cluster.Scalar<long>(
                    $"select amount from bank_payout where account = 'close1' and payee_iban = '{Iban}'"
                )
            )
        );
        Assert.Equal(
            0L,
            await Cluster.Scalar<long>(
                "select sum(points) from point_entry where account = 'close1'"
            )
        );
        var mail = Assert.Single(
            Cluster.Mails.To("close1@customer.example"),
            m => m.Subject.Contains("geschlossen", StringComparison.Ordinal)
        );
        Assert.Contains("43,21 €", mail.Text, StringComparison.Ordinal);
        Assert.Contains("DE02…2051", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Iban, mail.Text, StringComparison.Ordinal);
        await Audited();
    }

    [Fact]
    public async Task A_closed_account_refuses_orders_top_ups_rules_and_methods_until_it_is_opened()
    {
        await Known("close2");
        await Closing("close2").Close(new ClosingRequest(null, null, true), Shop.By("close2"));
        var draft = Shop.Order("close2", PaymentMethod.Mollie, Shop.Offer());
        Func<Task>[] refused =
        [
            () => Account("close2").Place(draft, Shop.By("close2")),
            () => Cluster.Grains.PaymentDesk().TopUp(new Money(1000), Shop.By("close2")),
            () =>
                Cluster
                    .Grains.AutoTopUps(UserId.Of("close2"))
                    .Create(
                        new AutoTopUpTerms(new Money(500), new Money(1000), null),
                        Shop.By("close2")
                    ),
            () =>
                Cluster
                    .Grains.PaymentMethods()
                    .Add(
                        new NewMethod(SavableMethod.DirectDebit, "Jörg Müller", Iban),
                        Shop.By("close2")
                    ),
        ];
        foreach (var ask in refused)
            Assert.Equal("account.closed", (await Assert.ThrowsAsync<Refusal>(ask)).Key);
        var opened = await Closing("close2").Reopen(Shop.By("close2", "open-2"));
        var twice = await Closing("close2").Reopen(Shop.By("close2"));
        Assert.Equal((ClosingStatus.Open, ClosingStatus.Open), (opened.Status, twice.Status));
        var placed = await Account("close2").Place(draft, Shop.By("close2"));
        Assert.NotNull(placed.Payment);
        Assert.Equal(
            "account.ordersWait",
            (await Assert.ThrowsAsync<Refusal>(() => Close("close2"))).Key
        );
    }

    [Fact]
    public async Task A_payout_that_comes_back_and_late_money_are_paid_out_again()
    {
        await TopUp("close3", 1000);
        var first = await Close("close3");
        await Tell(
            "close3",
            new PayoutFailed(first.Payout!.Id, first.Payout.Amount, AtBank: false, "AC04")
        );
        await Tell(
            "close3",
            new TransferReceived(BankTransactionId.Of("t-close3"), new Money(234), null)
        );
        await Cluster.Quiet();
        Assert.Equal(new Money(1234), await Account("close3").Balance());
        Assert.Single(
            Cluster.Mails.To("close3@customer.example"),
            m => m.Subject.Contains("kam zurück", StringComparison.Ordinal)
        );

        var second = await Close("close3", "again-3");
        await Cluster.Quiet();
        var nothing = await Close("close3");

        Assert.NotEqual(first.Payout.Id, second.Payout!.Id);
        Assert.Equal((new Money(1234), first.ClosedAt), (second.Payout.Amount, second.ClosedAt));
        Assert.Equal(second.Payout, nothing.Payout);
        Assert.Equal(
            2L,
            await Cluster.Scalar<long>("select count(*) from bank_payout where account = 'close3'")
        );
        await Audited();
    }

    [Fact]
    public async Task How_the_payout_stands_is_told_from_the_banks_side()
    {
        await TopUp("close4", 555);
        await Close("close4");
        await Cluster.Quiet();
        await Cluster.Grains.BankAdmin().ExportPayouts(Shop.Staff("export-close4"));
        Assert.Equal(PayoutStatus.Exported, (await Closing("close4").Show()).Payout!.Status);
    }

    [Fact]
    public async Task Contracts_services_and_pending_payments_are_seen_in_their_rows()
    {
        await Known("close5");
        await Execute(
            """
            insert into subscription values ('s-close5', 'close5', 'p', 'Running', now(), '{}');
            insert into service (id, owner, name, status, product, provider, invoice, order_id, line, created_at, summary)
              values ('s-close5', 'close5', 'n', 'Suspended', 'p', 'x', 'i-close5', 'o-close5', 0, now(), '{}');
            insert into payment values ('p-close5', 'close5', 'TopUp', null, 500, 'PENDING', now());
            """
        );
        Assert.Equal(
            ["account.contractsRun", "account.servicesRun", "account.moneyMoves"],
            (await Closing("close5").Show()).Obstacles.Select(o => o.Key)
        );
        await Execute(
            """
            update subscription set status = 'Ended' where service = 's-close5';
            update service set status = 'Deleted' where id = 's-close5';
            update payment set status = 'EXPIRED' where id = 'p-close5';
            """
        );
        Assert.Empty((await Closing("close5").Show()).Obstacles);
    }

    [Fact]
    public async Task Saved_methods_are_revoked_at_the_provider()
    {
        await Known("close6");
        await ElizonCluster.Until(
            async () =>
            {
                try
                {
                    await Methods.Add(
                        new NewMethod(SavableMethod.DirectDebit, "Jörg Müller", Iban),
                        Shop.By("close6", "method")
                    );
                    return true;
                }
                catch (Refusal refusal) when (refusal.Kind == RefusalKind.ProviderDown)
                {
                    return false;
                }
            },
            "the method is saved"
        );
        Assert.Single(await Methods.List(Shop.By("close6")));
        Assert.Single(await Standing());
        await Closing("close6").Close(new ClosingRequest(null, null, true), Shop.By("close6"));
        await ElizonCluster.Until(
            async () => (await Standing()).Length == 0,
            "the mandate is revoked"
        );
        Assert.Empty(await Methods.List(Shop.By("close6")));

        // What the payer knows, without asking the provider: that would revoke nothing but find it out.
        async Task<ProviderMandate[]> Standing() =>
            [
                .. (
                    await Cluster.Grains.GetGrain<IPayerInside>("close6").Standing("test")
                ).Mandates.Where(m => m.Status != MandateStatus.Invalid),
            ];
    }

    [Fact]
    public async Task Nobodys_account_is_not_closed() =>
        Assert.Equal(
            RefusalKind.NotFound,
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    Closing("close-nobody")
                        .Close(new ClosingRequest(null, null, true), Shop.Staff())
                )
            ).Kind
        );

    private IPaymentMethods Methods => Cluster.Grains.PaymentMethods();

    private IAccountClosing Closing(string user) =>
        Cluster.Grains.AccountClosing(AccountId.Of(user));

    private Task<ClosingView> Close(string user, string? operation = null, bool confirmed = true) =>
        Closing(user)
            .Close(new ClosingRequest(Iban, "Jörg Müller", confirmed), Shop.By(user, operation));

    private async Task Execute(string sql)
    {
        await using var command = Cluster.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
