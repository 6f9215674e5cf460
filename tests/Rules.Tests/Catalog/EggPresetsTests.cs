using System.Security.Cryptography;
using Elizon.Catalog;
using Elizon.Grains.Catalog;

namespace Elizon.Rules.Tests.Catalog;

public sealed class EggPresetsTests
{
    private readonly RandomNumberGenerator _chance = RandomNumberGenerator.Create();

    [Fact]
    public void What_the_customer_chose_goes_before_what_the_house_sets()
    {
        var egg = new EggOffer("rust", null, new() { ["MAP"] = "small", ["SLOTS"] = "40" });
        Assert.Equal(
            new Dictionary<string, string> { ["MAP"] = "big", ["SLOTS"] = "40" },
            EggPresets.Fill(egg, new Dictionary<string, string> { ["MAP"] = "big" }, _chance)
        );
    }

    [Fact]
    public void A_password_is_made_up_anew_for_each_order()
    {
        var egg = new EggOffer("palworld", null, new() { ["ADMIN_PASSWORD"] = "random:20" });
        var first = EggPresets.Fill(egg, null, _chance)["ADMIN_PASSWORD"];
        Assert.Matches("^[0-9a-z]{20}$", first);
        Assert.NotEqual(first, EggPresets.Fill(egg, null, _chance)["ADMIN_PASSWORD"]);
    }

    [Theory]
    [InlineData("random:", null)]
    [InlineData("random:0", null)]
    [InlineData("random:65", null)]
    [InlineData("random access", null)]
    [InlineData("random:1", 1)]
    [InlineData("random:64", 64)]
    public void Only_a_sound_length_means_made_up(string value, int? length) =>
        Assert.Equal(length, EggOffer.RandomLength(value));
}
