using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Mollie;
using Elizon.Providers.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Providers.Tests.Mollie;

/// <summary>The adapter before the sandbox's Mollie.</summary>
public sealed class MolliePaymentsTests : SandboxTest
{
    private ServiceProvider _services = null!;
    private IPayments _mollie = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection();
        services.AddHttpClient(MollieApi.ClientName);
        services.AddSingleton<MollieApi>();
        services.AddSingleton<IPayments, MolliePayments>();
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
        _mollie = _services.GetRequiredService<IPayments>();
    }

    public override async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    private static NewProviderPayment Order(string intent = "intent1", int attempt = 1) =>
        new(
            new PaymentId(intent),
            attempt,
            $"key-{intent}-{attempt}",
            new Money(5000),
            "top-up",
            "de"
        );

    [Fact]
    public async Task A_payment_is_open_and_can_be_paid_at_an_address()
    {
        var made = await _mollie.Create(Order());
        Assert.True(made.IsDone, made.Reason);
        Assert.Equal(
            (ProviderPaymentStatus.Open, new Money(5000), new PaymentId("intent1")),
            (made.Value!.Status, made.Value.Amount, made.Value.Intent!.Value)
        );
        Assert.NotNull(made.Value.CheckoutUrl);
    }

    [Fact]
    public async Task The_same_key_is_the_same_payment()
    {
        var first = await _mollie.Create(Order());
        var second = await _mollie.Create(Order());
        Assert.Equal(first.Value!.Id, second.Value!.Id);
    }

    [Fact]
    public async Task A_lost_answer_is_found_by_its_key_and_by_its_intent()
    {
        await SwitchOn("mollie", "create.lost-answer", new { remaining = 1 });
        var lost = await _mollie.Create(Order());
        Assert.Equal(OutcomeKind.Unknown, lost.Kind);
        var found = Assert.Single(
            (await _mollie.FindByIntent(new PaymentId("intent1"), DateTimeOffset.UnixEpoch)).Value!
        );
        Assert.Equal(found.Id, (await _mollie.Create(Order())).Value!.Id);
    }

    [Fact]
    public async Task What_is_paid_there_is_read_as_paid()
    {
        var made = (await _mollie.Create(Order())).Value!;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["status"] = "paid" }
        );
        using var paid = await Http.PostAsync(new Uri(made.CheckoutUrl!), form);
        Assert.Equal(ProviderPaymentStatus.Paid, (await _mollie.Read(made.Id)).Value!.Status);
    }

    [Fact]
    public async Task An_unknown_payment_is_missing() =>
        Assert.Equal(RefusedFor.Missing, (await _mollie.Read("tr_nope")).For);

    [Theory]
    [InlineData("call.503")]
    [InlineData("call.429")]
    public async Task When_Mollie_cannot_serve_nothing_was_made(string fault)
    {
        await SwitchOn("mollie", fault, new { remaining = 1 });
        var made = await _mollie.Create(Order());
        Assert.Equal((OutcomeKind.Refused, RefusedFor.Down), (made.Kind, made.For));
    }

    [Fact]
    public async Task Half_an_answer_is_unknown()
    {
        await SwitchOn("mollie", "call.truncated", new { remaining = 1 });
        Assert.Equal(OutcomeKind.Unknown, (await _mollie.Create(Order())).Kind);
    }
}
