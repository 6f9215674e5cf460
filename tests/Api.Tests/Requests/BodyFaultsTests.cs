using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Elizon.Api.Replies;
using Elizon.Api.Requests;

namespace Elizon.Api.Tests.Requests;

public sealed class BodyFaultsTests
{
    public enum Pace
    {
        AtOnce,

        [JsonStringEnumMemberName("later-on")]
        Later,
    }

    public sealed record Line(
        ProductId ProductId,
        [property: Range(1, 20)] int Quantity = 1,
        Money? Price = null
    );

    public sealed record Body(
        [property: MaxLength(5)] string Name,
        Pace Pace,
        Line[] Items,
        bool? Sure = null,
        DateTimeOffset? At = null,
        Dictionary<string, string>? Variables = null,
        Permission Rights = Permission.None
    );

    private const string Good = """{"name":"abc","pace":"AT_ONCE","items":[{"productId":"p1"}]}""";

    [Theory]
    [InlineData(Good)]
    [InlineData("""{"name":"abc","pace":"later-on","items":[],"sure":null,"more":{"x":[1,"ü"]}}""")]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"p","price":12.34}],"rights":["view"]}"""
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"at":"2026-11-25T08:00:00+01:00","variables":{"A":"b"}}"""
    )]
    public void A_body_that_fits_has_no_fault(string json) => Assert.Empty(Find(json));

    [Theory]
    [InlineData("[]", "The body must be an object.")]
    [InlineData("null", "The body must not be null.")]
    [InlineData("""{"pace":"AT_ONCE","items":[]}""", "'name' is required.")]
    [InlineData("""{"name":null,"pace":"AT_ONCE","items":[]}""", "'name' must not be null.")]
    [InlineData("""{"Name":"abc","pace":"AT_ONCE","items":[]}""", "'name' is required.")]
    [InlineData("""{"name":7,"pace":"AT_ONCE","items":[]}""", "'name' must be a text.")]
    [InlineData(
        """{"name":"abcdef","pace":"AT_ONCE","items":[]}""",
        "'name' has at most 5 characters."
    )]
    [InlineData(
        """{"name":"a","pace":"NEVER","items":[]}""",
        "'pace' must be one of AT_ONCE, later-on."
    )]
    [InlineData("""{"name":"a","pace":0,"items":[]}""", "'pace' must be one of AT_ONCE, later-on.")]
    [InlineData(
        """{"name":"a","pace":"0","items":[]}""",
        "'pace' must be one of AT_ONCE, later-on."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE,later-on","items":[]}""",
        "'pace' must be one of AT_ONCE, later-on."
    )]
    [InlineData("""{"name":"a","pace":"AT_ONCE","items":[null]}""", "'items[0]' must not be null.")]
    [InlineData("""{"name":"a","pace":"AT_ONCE","items":{}}""", "'items' must be a list.")]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{}]}""",
        "'items[0].productId' is required."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"a b"}]}""",
        "'items[0].productId' must be an id: 1 to 64 letters, digits, '-' or '_'."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"p","quantity":21}]}""",
        "'items[0].quantity' must be between 1 and 20."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"p","quantity":"2"}]}""",
        "'items[0].quantity' must be a whole number in range."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"p","quantity":1e99}]}""",
        "'items[0].quantity' must be a whole number in range."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[{"productId":"p","price":1.234}]}""",
        "'items[0].price' must be an amount in euros with at most two decimals."
    )]
    [InlineData(
        """{"name":"a","name":"b","pace":"AT_ONCE","items":[]}""",
        "'name' is given twice."
    )]
    [InlineData(
        """{"name":"a\u0000","pace":"AT_ONCE","items":[]}""",
        "'name' holds a NUL character or half of a surrogate pair."
    )]
    [InlineData(
        """{"name":"\ud800","pace":"AT_ONCE","items":[]}""",
        "'name' holds a NUL character or half of a surrogate pair."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"x":["\udc00"]}""",
        "'x' holds a NUL character or half of a surrogate pair."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"\ud800":1}""",
        "The body has a member whose name holds a NUL character or half of a surrogate pair."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"at":"2026-11-25T08:00:00"}""",
        "'at' must be an instant in ISO 8601 with an offset."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"variables":{"A":null}}""",
        "'variables.A' must not be null."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"variables":{"A":1}}""",
        "'variables.A' must be a text."
    )]
    [InlineData(
        """{"name":"a","pace":"AT_ONCE","items":[],"sure":"yes"}""",
        "'sure' must be true or false."
    )]
    public void A_fault_is_named_with_its_place(string json, string fault) =>
        Assert.Equal([fault], Find(json));

    [Fact]
    public void Every_fault_is_named_at_once() =>
        Assert.Equal(
            [
                "'name' must be a text.",
                "'pace' must be one of AT_ONCE, later-on.",
                "'items[0].quantity' must be between 1 and 20.",
                "'items[0].productId' is required.",
            ],
            Find("""{"name":[],"pace":"x","items":[{"quantity":0}]}""")
        );

    [Fact]
    public void What_has_no_fault_can_be_bound() =>
        Assert.Equal("abc", JsonSerializer.Deserialize<Body>(Good, ApiJson.Requests)!.Name);

    private static string[] Find(string json)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        return BodyFaults.Find(document.RootElement, ApiJson.Requests.GetTypeInfo(typeof(Body)));
    }
}
