using System.Net.Http.Json;
using Elizon.Grains.Billing;
using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Vies;
using Elizon.Providers.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Providers.Tests.Vies;

/// <summary>The adapter before the sandbox's VIES.</summary>
public sealed class ViesRegisterTests : SandboxTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ServiceProvider _services = null!;
    private IVatRegister _vies = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection();
        services.AddHttpClient(ViesApi.ClientName);
        services.AddSingleton<ViesApi>();
        services.AddSingleton<IVatRegister, ViesRegister>();
        services.AddSingleton(Options.Create(new BillingOptions()));
        services.AddSingleton(
            Options.Create(new ViesOptions { BaseUrl = Control("vies/rest-api").ToString() })
        );
        _services = services.BuildServiceProvider();
        _vies = _services.GetRequiredService<IVatRegister>();
    }

    public override async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_valid_id_is_answered_with_the_proof_of_the_question()
    {
        var answer = (await Ask("ATU12345678", "Donau Spiele GmbH")).Value!;
        Assert.Equal(
            (true, "Donau Spiele GmbH", true),
            (answer.Valid, answer.Name, answer.NameFits)
        );
        Assert.StartsWith("WAPIAAAA", answer.Consultation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Germany_tells_no_name()
    {
        var answer = (await Ask("DE123456789", "Muster KG")).Value!;
        Assert.Equal(
            (true, null, null, null),
            (answer.Valid, answer.Name, answer.Address, answer.NameFits)
        );
    }

    [Fact]
    public async Task An_id_that_becomes_registered_is_valid_from_then_on()
    {
        Assert.False((await Ask("ATU87654321")).Value!.Valid);
        using var set = await Http.PutAsJsonAsync(
            Control("control/vies/numbers/ATU87654321"),
            new { valid = true, name = "Neu GmbH" }
        );
        Assert.True((await Ask("ATU87654321")).Value!.Valid);
    }

    [Fact]
    public async Task Whatever_goes_wrong_is_unknown_and_never_invalid()
    {
        (string Fault, object Parameters, string Says)[] faults =
        [
            ("check.error", new { remaining = 1 }, "MS_UNAVAILABLE"),
            (
                "check.error",
                new { remaining = 1, value = "GLOBAL_MAX_CONCURRENT_REQ" },
                "GLOBAL_MAX_CONCURRENT_REQ"
            ),
            ("check.error", new { remaining = 1, value = "INVALID_INPUT" }, "INVALID_INPUT"),
            ("check.error-status", new { remaining = 1 }, "SERVICE_UNAVAILABLE"),
            ("check.cut", new { remaining = 1 }, "No usable answer."),
            ("check.garbage", new { remaining = 1 }, "No usable answer."),
        ];
        foreach (var (fault, parameters, says) in faults)
        {
            await SwitchOn("vies", fault, parameters);
            var outcome = await Ask("ATU12345678");
            Assert.Equal((OutcomeKind.Unknown, says), (outcome.Kind, outcome.Reason));
        }
        Assert.True((await Ask("ATU12345678")).IsDone);
    }

    [Fact]
    public async Task A_slow_register_is_not_waited_for()
    {
        await SwitchOn("vies", "check.slow", new { delayMilliseconds = 600_000 });
        var outcome = await _vies.Ask(
            new VatIdQuestion(VatId.FromText("ATU12345678"), null),
            TimeSpan.FromMilliseconds(200)
        );
        Assert.Equal(OutcomeKind.Unknown, outcome.Kind);
    }

    [Fact]
    public async Task An_outage_of_one_state_leaves_the_others()
    {
        await SwitchOn("vies", "check.error", new { target = "AT" });
        Assert.Equal(OutcomeKind.Unknown, (await Ask("ATU12345678")).Kind);
        Assert.True((await Ask("PL1234567890")).Value!.Valid);
    }

    private Task<Outcome<VatIdAnswer>> Ask(string id, string? name = null) =>
        _vies.Ask(new VatIdQuestion(VatId.FromText(id), name), Patience);
}
