using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Elizon.Banking;
using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Tests.Billing;
using Elizon.Rules.Tests.Banking;

namespace Elizon.Grains.Tests.Banking;

/// <summary>Each test has a customer and days of its own; all share the house's account, so balances need not meet.</summary>
public sealed class BankImportTests(AccountCluster fixture) : AccountTest(fixture)
{
    private IBankAdmin Bank => Cluster.Grains.BankAdmin();

    [Fact]
    public async Task The_same_transfer_is_booked_once_in_whichever_file_and_however_often_it_comes()
    {
        await Known("bank1");
        var file = From("bank1", "2026-10-01", 25m);
        var first = await Import(file);
        var again = await Import(file);
        var week = await Import(file with { Number = "week", Version = "02" });
        var both = await Task.WhenAll(
            Import(file with { Number = "a" }),
            Import(file with { Number = "b" })
        );
        await Cluster.Quiet();
        Assert.Equal((StatementOutcome.Taken, 1), (first.Outcome, first.Matched));
        Assert.Equal(StatementOutcome.Known, again.Outcome);
        Assert.All([week, .. both], s => Assert.Equal((1, 0), (s.AlreadyTold, s.Matched)));
        Assert.Equal(new Money(2500), await Account("bank1").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_waiting_order_is_paid_by_its_exact_amount_and_the_invoice_gets_its_number()
    {
        var placed = await Draft("bank2", 999);
        await Import(From("bank2", "2026-10-02", 9.99m));
        await Cluster.Quiet();
        var invoice = await Invoice("bank2", placed.Result.Invoice.Id);
        Assert.Equal(InvoiceStatus.Paid, invoice.Status);
        Assert.NotNull(invoice.Number);
        Assert.Equal(Money.Zero, await Account("bank2").Balance());
        await Audited();
    }

    [Fact]
    public async Task What_nobody_recognises_waits_and_is_booked_once_when_staff_assigns_it()
    {
        await Known("bank3");
        var statement = await Import(
            new CamtFile
            {
                Number = "s3",
                Day = "2026-10-03",
                Entries =
                [
                    new(7m)
                    {
                        Day = "2026-10-03",
                        Texts = ["Hallo"],
                        Iban = null,
                    },
                ],
            }
        );
        var waiting = Assert.Single(
            (
                await Bank.Transactions(BankTransactionStatus.Queued, null, PageRequest.Of(1, 100))
            ).Items,
            t => t.BookedOn == new DateOnly(2026, 10, 3)
        );
        var by = Shop.By("staff", "assign-3") with { Reason = "He called" };
        await Bank.Assign(waiting.Id, AccountId.Of("bank3"), null, by);
        var repeated = await Bank.Assign(waiting.Id, AccountId.Of("bank3"), null, by);
        await Cluster.Quiet();
        Assert.Equal(1, statement.Queued);
        Assert.Equal(BankTransactionStatus.Matched, repeated.Status);
        Assert.Equal(new Money(700), await Account("bank3").Balance());
        Assert.Equal(
            "bank.notQueued",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    Bank.Ignore(waiting.Id, Shop.By("staff") with { Reason = "x" })
                )
            ).Key
        );
        Assert.Equal(
            1L,
            await Cluster.Scalar<long>(
                "select count(*) from audit where action = 'transfer.assigned' and owner = 'bank3' and reason = 'He called'"
            )
        );
    }

    [Fact]
    public async Task A_transfer_that_comes_back_leaves_a_debt_when_the_money_is_spent()
    {
        await Known("bank4");
        await Import(From("bank4", "2026-10-04", 12m, "E4"));
        await Cluster.Quiet();
        await Pay("bank4", 1000);
        await Import(
            new CamtFile
            {
                Number = "s4b",
                Day = "2026-10-05",
                Entries =
                [
                    new(12m)
                    {
                        Day = "2026-10-05",
                        Credit = false,
                        Return = "AC04",
                        EndToEnd = "E4",
                        Reference = "R4",
                    },
                ],
            }
        );
        await Cluster.Quiet();
        Assert.Equal(new Money(-1000), await Account("bank4").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_balance_is_paid_out_by_one_file_and_done_when_the_bank_says_so()
    {
        await TopUp("bank5", 4000);
        var payout = await Account("bank5")
            .PayOut("DE02120300000000202051", "Jörg Müller", Shop.By("bank5", "payout-5"));
        await Cluster.Quiet();
        var file = await Bank.ExportPayouts(Shop.By("staff", "export-5"));
        var again = await Bank.ExportPayouts(Shop.By("staff", "export-5"));
        var content = await Bank.PayoutFile(file.Id);
        await Import(
            new CamtFile
            {
                Number = "s5",
                Day = "2026-10-06",
                Entries =
                [
                    new(40m)
                    {
                        Day = "2026-10-06",
                        Credit = false,
                        EndToEnd = payout.Id.Value,
                        Reference = "R5",
                    },
                ],
            }
        );
        await Cluster.Quiet();
        Assert.Equal(file, again);
        Assert.Equal(
            [payout.Id.Value],
            XDocument
                .Parse(Encoding.UTF8.GetString(content.Content))
                .Descendants()
                .Where(e => e.Name.LocalName == "EndToEndId")
                .Select(e => e.Value)
        );
        Assert.Equal(
            PayoutStatus.Done,
            (await Bank.Payouts(null, PageRequest.Of(1, 100)))
                .Items.Single(p => p.Id == payout.Id)
                .Status
        );
        Assert.Equal(Money.Zero, await Account("bank5").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_statement_that_does_not_add_up_is_refused_as_a_whole()
    {
        await Known("bank6");
        var refused = await Import(From("bank6", "2026-10-07", 25m) with { Closing = 1m });
        await Cluster.Quiet();
        Assert.Equal(StatementOutcome.Refused, refused.Outcome);
        Assert.Equal(Money.Zero, await Account("bank6").Balance());
    }

    [Theory]
    [InlineData("02")]
    [InlineData("08")]
    public async Task The_sandboxs_bank_and_the_platform_understand_each_other(string version)
    {
        var user = $"bank7{version}";
        await Known(user);
        using var bank = new HttpClient { BaseAddress = World.Host.Control };
        await Post(
            bank,
            "control/bank/transfers",
            new { amount = 31.5m, structured = PayerReference.Of(AccountId.Of(user)) }
        );
        await Bank.Import(await Statement(bank, version), Shop.By("staff"));
        await Cluster.Quiet();
        var payout = await Account(user)
            .PayOut("DE02120300000000202051", "Jörg Müller", Shop.By(user, $"out-{version}"));
        await Cluster.Quiet();
        var file = await Bank.ExportPayouts(Shop.By("staff", $"export-{version}"));
        var order = await Bank.PayoutFile(file.Id);
        using (var body = new ByteArrayContent(order.Content))
            (
                await bank.PostAsync(new Uri("bank/orders", UriKind.Relative), body)
            ).EnsureSuccessStatusCode();
        await Bank.Import(await Statement(bank, version), Shop.By("staff"));
        var entries = await bank.GetFromJsonAsync<JsonElement>("control/bank");
        var sent = entries
            .GetProperty("entries")
            .EnumerateArray()
            .Single(e => e.GetProperty("endToEndId").GetString() == payout.Id.Value)
            .GetProperty("id")
            .GetString();
        await Post(bank, $"control/bank/entries/{sent}/return", new { reason = "AC01" });
        await Bank.Import(await Statement(bank, version), Shop.By("staff"));
        await Cluster.Quiet();
        Assert.Equal(
            (PayoutStatus.Returned, "AC01"),
            (await Bank.Payouts(null, PageRequest.Of(1, 100)))
                .Items.Where(p => p.Id == payout.Id)
                .Select(p => (p.Status, p.Reason!))
                .Single()
        );
        Assert.Equal(new Money(3150), await Account(user).Balance());
        await Audited();
    }

    private static async Task Post(HttpClient bank, string path, object body) =>
        (
            await bank.PostAsJsonAsync(new Uri(path, UriKind.Relative), body)
        ).EnsureSuccessStatusCode();

    private static async Task<byte[]> Statement(HttpClient bank, string version)
    {
        using var answer = await bank.PostAsync(
            new Uri($"control/bank/statements?version={version}", UriKind.Relative),
            null
        );
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static CamtFile From(
        string user,
        string day,
        decimal amount,
        string endToEnd = "NOTPROVIDED"
    ) =>
        new()
        {
            Number = $"of {user}",
            Day = day,
            Entries =
            [
                new(amount)
                {
                    Day = day,
                    Reference = $"R-{user}",
                    EndToEnd = endToEnd,
                    Structured = PayerReference.Of(AccountId.Of(user)),
                },
            ],
        };

    private async Task<StatementView> Import(CamtFile file) =>
        Assert.Single(
            await Bank.Import(file.ToBytes(), Shop.By("staff") with { Reason = "import" })
        );
}
