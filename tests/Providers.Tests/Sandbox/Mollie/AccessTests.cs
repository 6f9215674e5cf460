using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class AccessTests : MollieTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("test_unknown_0000000000000000000000")]
    public async Task Without_a_known_key_the_answer_is_401_in_Mollies_words(string? key)
    {
        using var answer = await Call(HttpMethod.Get, "payments", key: key);

        var body = await Json(answer);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("Unauthorized Request", (string?)body["title"]);
        Assert.Equal("Missing authentication, or failed to authenticate", (string?)body["detail"]);
    }

    [Fact]
    public async Task A_live_key_does_not_see_a_test_payment()
    {
        var id = await CreatedId(Order());

        using var answer = await Call(HttpMethod.Get, $"payments/{id}", key: LiveKey);

        await AssertRefused(answer, 404, field: null);
    }

    [Fact]
    public async Task A_live_key_lists_no_test_payment()
    {
        await Created(Order());

        using var answer = await Call(HttpMethod.Get, "payments", key: LiveKey);

        Assert.Equal(0, (int)(await Json(answer))["count"]!);
    }

    [Fact]
    public async Task An_unknown_path_is_404_in_Mollies_body()
    {
        using var answer = await Call(HttpMethod.Get, "bottles");

        await AssertRefused(answer, 404, field: null);
    }
}
