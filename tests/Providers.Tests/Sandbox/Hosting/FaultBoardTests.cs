using System.Net.Http.Json;
using Elizon.Sandbox.Faults;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class FaultBoardTests : SandboxTest
{
    private const string Fault = "call.503";

    private FaultBoard Board => Host.Services.GetRequiredService<FaultBoard>();

    [Fact]
    public void A_fault_that_is_off_never_fires() => Assert.Null(Board.Take("mollie", Fault));

    [Fact]
    public async Task Skip_and_remaining_say_exactly_which_chances_fire()
    {
        await SwitchOn("mollie", Fault, new { skip = 2, remaining = 2 });

        Assert.Equal([false, false, true, true, false, false], Draw(6));
    }

    [Fact]
    public async Task A_switch_for_a_target_spares_the_others()
    {
        await SwitchOn("mollie", Fault, new { target = "payments.create" });

        Assert.Null(Board.Take("mollie", Fault));
        Assert.Null(Board.Take("mollie", Fault, "payments.get"));
        Assert.NotNull(Board.Take("mollie", Fault, "payments.create"));
    }

    [Fact]
    public async Task A_switch_without_target_meets_everyone()
    {
        await SwitchOn("mollie", Fault);

        Assert.NotNull(Board.Take("mollie", Fault, "payments.get"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_series_and_another_seed_another()
    {
        await SwitchOn("mollie", Fault, new { probability = 0.3, seed = 7 });
        var first = Draw(200);
        await SwitchOn("mollie", Fault, new { probability = 0.3, seed = 7 });
        var again = Draw(200);
        await SwitchOn("mollie", Fault, new { probability = 0.3, seed = 8 });
        var other = Draw(200);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(fired => fired), 40, 80);
    }

    [Fact]
    public async Task A_restart_goes_on_in_the_middle_of_the_series()
    {
        await SwitchOn("mollie", Fault, new { probability = 0.5, seed = 7 });
        var whole = Draw(100);
        await SwitchOn("mollie", Fault, new { probability = 0.5, seed = 7 });

        var before = Draw(40);
        await Restart();
        var after = Draw(60);

        Assert.Equal(whole, before.Concat(after));
    }

    [Fact]
    public async Task A_deleted_switch_no_longer_fires()
    {
        await SwitchOn("mollie", Fault);

        using var answer = await Http.DeleteAsync(Control($"control/faults/mollie/{Fault}"));

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Null(Board.Take("mollie", Fault));
    }

    [Fact]
    public async Task One_delete_switches_off_everything()
    {
        await SwitchOn("mollie", Fault);
        await SwitchOn("smtp", "rcpt.550", new { target = "a.example" });

        (await Http.DeleteAsync(Control("control/faults"))).Dispose();

        Assert.Empty(Board.On);
    }

    [Fact]
    public async Task A_switch_tells_its_parameters_and_how_often_it_fired()
    {
        await SwitchOn("mollie", Fault, new { remaining = 5 });
        Draw(2);

        var view = await GetJson($"control/faults/mollie/{Fault}");

        Assert.Equal(3, (int)view["switches"]![0]!["remaining"]!);
        Assert.Equal(2, (int)view["switches"]![0]!["fired"]!);
    }

    [Fact]
    public async Task An_unknown_fault_is_404()
    {
        using var answer = await Http.PutAsJsonAsync(
            Control("control/faults/mollie/nonsense"),
            new { }
        );

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"probability":0}""")]
    [InlineData("""{"probability":1.5}""")]
    [InlineData("""{"remaining":0}""")]
    [InlineData("""{"skip":-1}""")]
    [InlineData("""{"delayMilliseconds":-5}""")]
    public async Task Parameters_that_make_no_sense_are_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await Http.PutAsync(Control($"control/faults/mollie/{Fault}"), content);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Empty(Board.On);
    }

    [Fact]
    public void A_fault_that_no_simulator_registered_is_a_mistake_in_the_code() =>
        Assert.Throws<InvalidOperationException>(() => Board.Take("mollie", "nonsense"));

    private bool[] Draw(int times) =>
        [.. Enumerable.Range(0, times).Select(_ => Board.Take("mollie", Fault) is not null)];
}
