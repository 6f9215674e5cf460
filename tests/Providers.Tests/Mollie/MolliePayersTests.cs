using System.Net.Http.Json;
using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Mollie;
using Elizon.Payments;
using Elizon.Providers.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Providers.Tests.Mollie;

/// <summary>Customers, mandates, collections and money back, before the sandbox's Mollie.</summary>
public sealed class MolliePayersTests : SandboxTest
{
    private const string Iban = "DE89370400440532013000";
    private static readonly AccountId Account = new("acc1");
    private ServiceProvider _services = null!;
    private IPayments _payments = null!;
    private IPayers _payers = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection();
        services.AddHttpClient(MollieApi.ClientName);
        services.AddSingleton<MollieApi>();
        services.AddSingleton<IPayments, MolliePayments>();
        services.AddSingleton<IPayers, MolliePayers>();
        services.AddSingleton(
            Options.Create(
                new MollieOptions
                {
                    BaseUrl = Control("mollie/v2").ToString(),
                    ApiKey = "test_sandbox_elizon_0000000000000000",
                    WebhookUrl = "http://127.0.0.1:9/webhook",
                }
            )
        );
        _services = services.BuildServiceProvider();
        _payments = _services.GetRequiredService<IPayments>();
        _payers = _services.GetRequiredService<IPayers>();
    }

    public override async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<string> Customer() =>
        (
            await _payers.Create(new NewPayer(Account, "Jörg", "j@customer.example", "de", "key1"))
        ).Value!;

    private async Task<ProviderMandate> Mandate(string customer) =>
        (
            await _payers.AddDirectDebit(
                customer,
                new NewDirectDebit("Jörg Müller", Iban, "M-1", "key2")
            )
        ).Value!;

    private async Task<ProviderPayment> Collect(string customer, MandateId mandate) =>
        (
            await _payments.Create(
                new NewProviderPayment(
                    new PaymentId("intent1"),
                    1,
                    "key3",
                    new Money(999),
                    "invoice",
                    "de"
                )
                {
                    Sequence = PaymentSequence.Recurring,
                    Customer = customer,
                    Mandate = mandate,
                }
            )
        ).Value!;

    private async Task<ProviderPayment> Read(string id) => (await _payments.Read(id)).Value!;

    [Fact]
    public async Task A_lost_customer_is_found_by_our_account()
    {
        await SwitchOn("mollie", "create.lost-answer", new { remaining = 1 });
        Assert.Equal(
            OutcomeKind.Unknown,
            (await _payers.Create(new NewPayer(Account, "J", "j@c.example", "de", "k"))).Kind
        );
        Assert.Single((await _payers.Find(Account, DateTimeOffset.UnixEpoch)).Value!);
        Assert.Empty((await _payers.Find(new AccountId("other"), DateTimeOffset.UnixEpoch)).Value!);
    }

    [Fact]
    public async Task A_mandate_over_a_bank_account_is_listed_without_the_whole_number_and_can_be_revoked()
    {
        var customer = await Customer();
        var mandate = await Mandate(customer);
        Assert.Equal(
            ("directdebit", MandateStatus.Valid, "DE89 •••• 3000", "M-1"),
            (mandate.Kind, mandate.Status, mandate.Label, mandate.Reference)
        );
        Assert.True((await _payers.Revoke(customer, mandate.Id)).IsDone);
        Assert.Equal(
            MandateStatus.Invalid,
            Assert.Single((await _payers.Mandates(customer)).Value!).Status
        );
    }

    [Fact]
    public async Task What_is_no_account_is_refused()
    {
        var refused = await _payers.AddDirectDebit(
            await Customer(),
            new NewDirectDebit("J", "DE00370400440532013000", "M-1", "k")
        );
        Assert.Equal(RefusedFor.Invalid, refused.For);
    }

    [Fact]
    public async Task A_direct_debit_stays_pending_for_days_is_paid_and_charged_back()
    {
        var customer = await Customer();
        var made = await Collect(customer, (await Mandate(customer)).Id);
        Assert.Equal(ProviderPaymentStatus.Pending, made.Status);

        await Advance(TimeSpan.FromDays(6));
        await Quiet();
        Assert.Equal(ProviderPaymentStatus.Paid, (await Read(made.Id)).Status);

        using var back = await Http.PostAsJsonAsync(
            Control($"control/mollie/payments/{made.Id}/chargebacks"),
            new { reason = "MD06" }
        );
        back.EnsureSuccessStatusCode();
        var charged = Assert.Single((await Read(made.Id)).Chargebacks);
        Assert.Equal(
            (new Money(999), "MD06", false),
            (charged.Amount, charged.Reason, charged.Reversed)
        );

        using var reversed = await Http.PostAsync(
            Control($"control/mollie/chargebacks/{charged.Id}/reverse"),
            null
        );
        reversed.EnsureSuccessStatusCode();
        Assert.True(Assert.Single((await Read(made.Id)).Chargebacks).Reversed);
    }

    [Fact]
    public async Task A_direct_debit_that_fails_says_why()
    {
        await SwitchOn("mollie", "recurring.fails", new { remaining = 1, value = "AM04" });
        var customer = await Customer();
        var made = await Collect(customer, (await Mandate(customer)).Id);
        await Advance(TimeSpan.FromDays(6));
        await Quiet();
        var failed = await Read(made.Id);
        Assert.Equal((ProviderPaymentStatus.Failed, "AM04"), (failed.Status, failed.Reason));
    }

    [Fact]
    public async Task A_refund_carries_our_id_and_takes_its_time()
    {
        var customer = await Customer();
        var made = await Collect(customer, (await Mandate(customer)).Id);
        await Advance(TimeSpan.FromDays(6));
        await Quiet();
        var order = new NewProviderRefund(
            new RefundId("r1"),
            made.Id,
            "key4",
            new Money(400),
            "refund"
        );
        var refund = await _payments.Refund(order);
        Assert.Equal(ProviderRefundStatus.Pending, refund.Value!.Status);
        // Another key and the same amount within the hour: Mollie takes it for a mistake, we look it up.
        Assert.Equal(
            OutcomeKind.Unknown,
            (await _payments.Refund(order with { IdempotencyKey = "key5" })).Kind
        );
        await Advance(TimeSpan.FromDays(2));
        await Quiet();
        var read = await Read(made.Id);
        Assert.Equal(new Money(400), read.Refunded);
        Assert.Equal(new RefundId("r1"), Assert.Single(read.Refunds).Refund);
    }

    [Fact]
    public async Task All_of_a_span_are_listed_and_none_of_another()
    {
        var customer = await Customer();
        var made = await Collect(customer, (await Mandate(customer)).Id);
        var at = (await Read(made.Id)).CreatedAt!.Value;
        Assert.Equal(
            [made.Id],
            (await _payments.List(at, at.AddSeconds(1), null)).Value!.Select(p => p.Id)
        );
        Assert.Empty((await _payments.List(at.AddHours(-1), at, null)).Value!);
    }

    [Fact]
    public async Task The_provider_greets_us() => Assert.True((await _payments.Greet()).IsDone);
}
