using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Tests.Billing;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Payments;

/// <summary>Money that is collected without its payer, and money that goes back, before the sandbox's Mollie.</summary>
public sealed class MoneyBackTests(AccountCluster fixture) : AccountTest(fixture), IDisposable
{
    private const string Iban = "DE89370400440532013000";
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_low_balance_is_topped_up_once_though_the_answer_was_lost_and_a_chargeback_ends_it()
    {
        // Given a saved bank account and a rule
        await TopUp("auto", 1500);
        await Patiently(() =>
            Cluster
                .Grains.PaymentMethods()
                .Add(new NewMethod(SavableMethod.DirectDebit, "Jörg Müller", Iban), Shop.By("auto"))
        );
        await Cluster.Quiet();
        await Rules("auto")
            .Create(new AutoTopUpTerms(new Money(1000), new Money(2500), null), Shop.By("auto"));

        // When the balance falls and the provider's answer gets lost
        await World.Fault("mollie", "create.lost-answer", new { remaining = 1 });
        await Cluster
            .Grains.StaffAccount(AccountId.Of("auto"))
            .Debit(new Money(600), "used", Shop.Staff());
        await Cluster.Quiet();
        var payment = (await Rules("auto").List())[0].InFlight!.Value;
        await ElizonCluster.Until(
            async () => (await AtProvider(payment)).Length == 1,
            "the collection is made"
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));

        // Then it is found, and one payment was made
        await Seen(payment, "PENDING");
        var made = Assert.Single(await AtProvider(payment));
        Assert.Equal(new Money(900), await Account("auto").Balance());

        // When the bank has paid
        await Later(TimeSpan.FromDays(6));
        await Cluster.Grains.Payment(payment).Look();
        await Seen(payment, "PAID");
        Assert.Equal(new Money(3400), await Account("auto").Balance());
        Assert.Equal(
            [new Money(2500), new Money(1500)],
            (
                await Cluster
                    .Grains.TopUpReceipts()
                    .List(AccountId.Of("auto"), PageRequest.Of(null, null))
            ).Items.Select(r => r.Amount)
        );

        // When the bank takes it back, the balance goes with it and the rule is off
        await Post($"control/mollie/payments/{made}/chargebacks", new { reason = "MD06" });
        await Cluster.Grains.Payment(payment).Look();
        await Balance("auto", 900);
        var off = Assert.Single(await Rules("auto").List());
        Assert.Equal((false, "charged_back"), (off.Enabled, off.OffReason));

        // When the bank gives it back, so does the account
        var back = Assert.Single((await Staff(payment)).Chargebacks);
        await Post($"control/mollie/chargebacks/{back.Id}/reverse", new { });
        await Cluster.Grains.Payment(payment).Look();
        await Balance("auto", 3400);
        await Audited();
    }

    [Fact]
    public async Task A_refund_is_set_aside_made_once_and_never_more_than_was_paid()
    {
        await Known("back");
        var payment = await Started("back", 5000);
        await World.Pay(payment.CheckoutUrl!);
        await Cluster.Grains.Payment(payment.Id).Look();
        await Seen(payment.Id, "PAID");

        var refund = await Cluster
            .Grains.RefundDesk()
            .Refund(payment.Id, new Money(2000), RefundTo.Method, Shop.Staff("refund-1"));
        var again = await Cluster
            .Grains.RefundDesk()
            .Refund(payment.Id, new Money(2000), RefundTo.Method, Shop.Staff("refund-1"));
        Assert.Equal(refund, again);
        Assert.Equal(new Money(3000), await Account("back").Balance());
        await Refunded(payment.Id, "PENDING");
        var closing = Cluster.Grains.AccountClosing(AccountId.Of("back"));
        Assert.Equal("account.moneyMoves", Assert.Single((await closing.Show()).Obstacles).Key);
        // Two hours until it is under way, a day until it is there.
        await Later(TimeSpan.FromDays(1));
        await Later(TimeSpan.FromDays(2));
        await Cluster.Grains.Payment(payment.Id).Look();
        await Refunded(payment.Id, "REFUNDED");
        Assert.Empty((await closing.Show()).Obstacles);

        var tooMuch = await Assert.ThrowsAsync<Refusal>(() =>
            Cluster
                .Grains.RefundDesk()
                .Refund(payment.Id, new Money(3001), RefundTo.Method, Shop.Staff("refund-2"))
        );
        Assert.Equal("refund.moreThanPaid", tooMuch.Key);
        await Cluster.Quiet();
        Assert.Equal(
            0L,
            await Cluster.Scalar<long>(
                "select coalesce(sum(amount), 0)::bigint from ledger_entry where account = 'back' and ledger = 'clearing/refunds'"
            )
        );
        await Audited();
    }

    [Fact]
    public async Task A_payment_whose_notices_were_all_lost_is_found_by_reconciling_and_read_again()
    {
        await Known("lost-notice");
        var payment = await Started("lost-notice", 1234);
        await World.Pay(payment.CheckoutUrl!);
        var day = await Cluster.Scalar<DateTime>(
            $"select made_at from payment_attempt where payment = '{payment.Id}'"
        );

        var found = await Cluster
            .Grains.PaymentReader()
            .Reconcile(DateOnly.FromDateTime(day), DateOnly.FromDateTime(day), repair: true);

        Assert.Contains(
            found.Differences,
            d => d.Payment == payment.Id && d.Kind == PaymentDifferenceKind.OtherStatus
        );
        await Seen(payment.Id, "PAID");
        Assert.Equal(new Money(1234), await Account("lost-notice").Balance());
    }

    private Task<PaymentView> Started(string user, long cents) =>
        Patiently(() => Cluster.Grains.PaymentDesk().TopUp(new Money(cents), Shop.By(user)));

    /// <summary>As customers do it: a machine that stood still answers "not reachable", and one tries again.</summary>
    private static async Task<T> Patiently<T>(Func<Task<T>> ask)
        where T : class
    {
        T? answer = null;
        await ElizonCluster.Until(
            async () =>
            {
                try
                {
                    answer = await ask();
                }
                catch (Refusal refusal) when (refusal.Kind == RefusalKind.ProviderDown) { }
                return answer is not null;
            },
            "the provider is reached"
        );
        return answer!;
    }

    private IAutoTopUps Rules(string user) => Cluster.Grains.AutoTopUps(UserId.Of(user));

    private Task<StaffPaymentView> Staff(PaymentId payment) =>
        Cluster.Grains.Payment(payment).ShowStaff(Shop.Staff());

    private async Task Seen(PaymentId payment, string status)
    {
        await ElizonCluster.Until(
            async () => await Cluster.Grains.Payment(payment).Status() == status,
            $"the payment is {status}"
        );
        await Cluster.Quiet();
    }

    private async Task Refunded(PaymentId payment, string status)
    {
        await ElizonCluster.Until(
            async () => (await Staff(payment)).Refunds is [{ } one] && one.Status == status,
            $"the refund is {status}"
        );
        await Cluster.Quiet();
    }

    private Task Balance(string user, long cents) =>
        ElizonCluster.Until(
            async () => await Account(user).Balance() == new Money(cents),
            $"the balance is {cents}"
        );

    /// <summary>The provider's ids of what it has for this intent.</summary>
    private async Task<string[]> AtProvider(PaymentId payment)
    {
        var all = (
            await _http.GetFromJsonAsync<JsonNode>(
                new Uri(World.Host.Control, "control/mollie/payments")
            )
        )!;
        return
        [
            .. all["payments"]!
                .AsArray()
                .Where(p => (string?)p!["metadata"]?["intentId"] == payment.Value)
                .Select(p => (string)p!["id"]!),
        ];
    }

    /// <summary>The provider's clock goes on, and what is due there happens.</summary>
    private async Task Later(TimeSpan by)
    {
        await Post("control/clock", new { advanceSeconds = by.TotalSeconds });
        await ElizonCluster.Until(
            async () =>
                (bool)
                    (
                        await _http.GetFromJsonAsync<JsonNode>(
                            new Uri(World.Host.Control, "control/pending?waitSeconds=5")
                        )
                    )!["quiet"]!,
            "the provider is quiet"
        );
    }

    private async Task Post(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(World.Host.Control, path), body);
        answer.EnsureSuccessStatusCode();
    }
}
