using CsCheck;
using Elizon.Grains.Banking;

namespace Elizon.Rules.Tests.Banking;

public sealed class PayerReferenceTests
{
    [Theory]
    [InlineData("539007547034", "RF18539007547034")]
    [InlineData("ELZ0001234", "RF89ELZ0001234")]
    public void Check_digits_are_those_of_ISO_11649(string body, string reference)
    {
        Assert.Equal(reference, PayerReference.WithCheckDigits(body));
        Assert.True(PayerReference.IsValid(reference));
    }

    [Fact]
    public void Every_account_has_its_own_valid_one_of_unmistakable_characters()
    {
        var references = Enumerable
            .Range(0, 2_000)
            .Select(i => PayerReference.Of(AccountId.Of($"account{i}")))
            .ToArray();
        Assert.Equal(references.Length, references.Distinct().Count());
        Assert.All(references, r => Assert.True(PayerReference.IsValid(r)));
        Assert.All(references, r => Assert.DoesNotContain(r[4..], c => "IO01".Contains(c)));
    }

    [Fact]
    public void It_never_changes() =>
        Assert.Equal("RF1363UJPZYEVPCZ", PayerReference.Of(AccountId.Of("abcdefghjk0123456789")));

    [Fact]
    public void One_wrong_character_is_noticed() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[2, 15], Gen.Int[0, 31])
            .Sample(
                (account, place, other) =>
                {
                    var reference = PayerReference.Of(AccountId.Of($"a{account}"));
                    var wrong = reference.ToCharArray();
                    // A digit for a letter changes the length of the number that is checked: ISO 7064 does not promise that.
                    char[] alike =
                    [
                        .. PayerReference.Alphabet.Where(c =>
                            char.IsAsciiDigit(c) == char.IsAsciiDigit(wrong[place])
                        ),
                    ];
                    wrong[place] =
                        place < 4 ? (char)('0' + other % 10) : alike[other % alike.Length];
                    var text = new string(wrong);
                    Assert.Equal(text == reference, PayerReference.IsValid(text));
                }
            );
}
