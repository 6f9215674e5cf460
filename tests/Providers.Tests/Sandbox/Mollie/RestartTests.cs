using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class RestartTests : MollieTest
{
    [Fact]
    public async Task Payments_and_keys_outlive_a_restart()
    {
        var first = await Created(Order(), "key-1");
        (await Pay((string)first["id"]!)).Dispose();

        await Restart();

        using var replayed = await Create(Order(), "key-1");
        Assert.Equal((string?)first["id"], (string?)(await Json(replayed))["id"]);
        Assert.True(replayed.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("paid", (string?)(await Payment((string)first["id"]!))["status"]);
        Assert.Equal(
            "intent-1",
            (string?)(await Payment((string)first["id"]!))["metadata"]!["intentId"]
        );
    }
}
