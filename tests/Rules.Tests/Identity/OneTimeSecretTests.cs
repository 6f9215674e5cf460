using System.Security.Cryptography;
using Elizon.Grains.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class OneTimeSecretTests
{
    [Fact]
    public void Codes_have_six_digits_and_spread_evenly()
    {
        using var chance = RandomNumberGenerator.Create();
        var codes = Enumerable
            .Range(0, 20_000)
            .Select(_ => OneTimeSecret.NewCode(chance))
            .ToArray();

        Assert.All(codes, c => Assert.True(c.Length == 6 && c.All(char.IsAsciiDigit)));
        Assert.All(codes.GroupBy(c => c[0]), g => Assert.InRange(g.Count(), 1_700, 2_300));
    }

    [Fact]
    public void A_number_that_would_favour_low_codes_is_drawn_again()
    {
        using var chance = new Numbers(uint.MaxValue, 4_294_000_000, 7);
        Assert.Equal("000007", OneTimeSecret.NewCode(chance));
    }

    private sealed class Numbers(params uint[] numbers) : RandomNumberGenerator
    {
        private int _next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data) =>
            BitConverter.TryWriteBytes(data, numbers[_next++]);
    }
}
