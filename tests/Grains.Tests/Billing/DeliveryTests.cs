using Elizon.Billing;
using Elizon.Grains.Billing;
using UglyToad.PdfPig;

namespace Elizon.Grains.Tests.Billing;

public sealed class DeliveryTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task An_undelivered_service_is_taken_back_to_the_cent()
    {
        await TopUp("failed", 5000);
        var result = await Pay("failed", 999, 1, "gamma");
        await Undelivered("failed", result.Services[0].Id, result.Invoice.Id);
        await Cluster.Quiet();

        Assert.Equal(new Money(5000), await Account("failed").Balance());
        var original = await Invoice("failed", result.Invoice.Id);
        Assert.Equal(InvoiceStatus.Corrected, original.Status);
        var correction = await Invoice("failed", Assert.Single(original.Corrections));
        Assert.StartsWith("RK-2026-", correction.Number, StringComparison.Ordinal);
        Assert.Equal(
            (-original.Net, -original.Tax, -original.Total),
            (correction.Net, correction.Tax, correction.Total)
        );
        Assert.Equal(result.Invoice.Id, correction.Corrects);
        Assert.Equal(InvoiceStatus.Paid, correction.Status);
        await Audited();
    }

    [Fact]
    public async Task The_customer_is_told_and_staff_sees_it()
    {
        await TopUp("seen", 5000);
        var result = await Pay("seen", 999, 1, "delta");
        await Undelivered("seen", result.Services[0].Id, result.Invoice.Id);
        await Cluster.Quiet();
        var subjects = Cluster.Mails.To("seen@customer.example").Select(m => m.Subject).ToArray();
        Assert.Contains(subjects, s => s.Contains("delta", StringComparison.Ordinal));
        Assert.Contains(subjects, s => s.Contains("RK-2026-", StringComparison.Ordinal));
        Assert.Equal(
            "no room",
            await Cluster.Scalar<string>(
                "select reason from audit where owner = 'seen' and action = 'service.undelivered'"
            )
        );
    }

    [Fact]
    public async Task Told_twice_it_is_refunded_once()
    {
        await TopUp("two", 5000);
        var result = await Pay("two", 999, 2);
        await Undelivered("two", result.Services[0].Id, result.Invoice.Id);
        await Undelivered("two", result.Services[0].Id, result.Invoice.Id);
        Assert.Equal(new Money(5000 - 999), await Account("two").Balance());
        await Audited();
    }

    [Fact]
    public async Task What_was_delivered_is_not_refunded_any_more()
    {
        await TopUp("delivered", 5000);
        var result = await Pay("delivered", 999);
        var service = result.Services[0].Id;
        await Tell("delivered", new ServiceDelivered(service, result.Invoice.Id, 0));
        await Undelivered("delivered", service, result.Invoice.Id);
        Assert.Equal(new Money(4001), await Account("delivered").Balance());
        Assert.Equal(
            "Delivered",
            await Cluster.Scalar<string>(
                $"select status from sold_unit where service = '{service}'"
            )
        );
    }

    [Fact]
    public async Task The_document_is_rendered_once_and_stays_the_same()
    {
        await TopUp("pdf", 5000);
        var result = await Pay("pdf", 999, 1, "epsilon");
        var reader = Cluster.Grains.InvoiceReader();
        var files = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    reader.Document(AccountId.Of("pdf"), result.Invoice.Id, InvoiceFormat.Pdf)
                )
        );
        Assert.All(files, f => Assert.Equal(files[0].Content, f.Content));
        Assert.Equal($"{result.Invoice.Number}.pdf", files[0].Name);
        using var pdf = PdfDocument.Open(files[0].Content);
        Assert.Contains(result.Invoice.Number!, pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_no_document()
    {
        await TopUp("mine", 5000);
        var result = await Pay("mine", 999);
        await Cluster
            .Grains.InvoiceReader()
            .Document(AccountId.Of("mine"), result.Invoice.Id, InvoiceFormat.Pdf);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Cluster
                .Grains.InvoiceReader()
                .Document(AccountId.Of("thief"), result.Invoice.Id, InvoiceFormat.Pdf)
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Theory]
    [InlineData("update invoice_document set content = 'x'")]
    [InlineData("delete from invoice_document")]
    [InlineData("update ledger_entry set amount = 1")]
    [InlineData("delete from ledger_entry")]
    [InlineData("truncate allocation")]
    [InlineData("update document_file set content = ''")]
    public async Task What_is_booked_and_issued_cannot_be_changed(string sql)
    {
        await TopUp("fixed", 5000);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(async () =>
        {
            await using var command = Cluster.Database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        });
    }

    /// <summary>The customer had asked to start at once, and owes the days that it ran.</summary>
    [Theory]
    [InlineData(0, 999)]
    [InlineData(10, 666)]
    public async Task A_withdrawal_gives_back_once_what_was_not_used(int used, long cents)
    {
        var user = $"withdrawn{used}";
        await TopUp(user, 999);
        var result = await Pay(user, 999, 1, "omega");
        var service = result.Services[0].Id;
        await Tell(user, new ServiceDelivered(service, result.Invoice.Id, 0));

        await Tell(user, new ContractWithdrawn(service, result.Invoice.Id, used, 30));
        await Tell(user, new ContractWithdrawn(service, result.Invoice.Id, used, 30));
        await Cluster.Quiet();

        Assert.Equal(new Money(cents), await Account(user).Balance());
        var original = await Invoice(user, result.Invoice.Id);
        var correction = await Invoice(user, Assert.Single(original.Corrections));
        Assert.Equal(new Money(-cents), correction.Total);
        Assert.Contains("Widerruf", Assert.Single(correction.Notes), StringComparison.Ordinal);
        await Audited();
    }

    private Task Undelivered(string user, ServiceId service, InvoiceId invoice) =>
        Tell(user, new ServiceUndelivered(service, invoice, 0, "no room"));
}
