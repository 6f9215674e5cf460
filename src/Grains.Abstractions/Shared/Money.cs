using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>
/// An amount in integer euro cents. Arithmetic is checked; <see cref="Round"/> is the only way back from a formula,
/// half away from zero (invoicing sheet, section 5). JSON is a number with two decimals.
/// </summary>
[GenerateSerializer, Immutable, Alias("Money"), JsonConverter(typeof(MoneyJson))]
public readonly record struct Money([property: Id(0)] long Cents) : IComparable<Money>
{
    public static readonly Money Zero;

    /// <summary>The one rounding door: euros as a decimal to cents, half away from zero.</summary>
    public static Money Round(decimal euros) =>
        new(checked((long)decimal.Round(euros * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>Euros as a decimal, for formulas only.</summary>
    public decimal Euros => Cents / 100m;

    public static Money operator +(Money a, Money b) => new(checked(a.Cents + b.Cents));

    public static Money operator -(Money a, Money b) => new(checked(a.Cents - b.Cents));

    public static Money operator -(Money a) => new(checked(-a.Cents));

    public static Money operator *(Money a, int n) => new(checked(a.Cents * n));

    public static bool operator <(Money a, Money b) => a.Cents < b.Cents;

    public static bool operator >(Money a, Money b) => a.Cents > b.Cents;

    public static bool operator <=(Money a, Money b) => a.Cents <= b.Cents;

    public static bool operator >=(Money a, Money b) => a.Cents >= b.Cents;

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    public static Money Sum(IEnumerable<Money> amounts) =>
        amounts.Aggregate(Zero, (sum, one) => sum + one);

    /// <summary>
    /// Splits by weight so that the parts sum to the whole: floor shares first, the left-over cents to the largest
    /// remainders, earlier parts first among equals. Weights must not be negative nor all zero.
    /// </summary>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfZero(weights.Count);
        var total = weights.Aggregate(0L, (sum, w) => checked(sum + w));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        var sign = Cents < 0 ? -1 : 1;
        var whole = (Int128)Math.Abs(Cents);
        var shares = weights.Select(w => (long)(whole * w / total)).ToArray();
        var left = (long)(whole - shares.Aggregate((Int128)0, (sum, s) => sum + s));
        var byRemainder = Enumerable
            .Range(0, shares.Length)
            .OrderByDescending(i => whole * weights[i] % total)
            .ThenBy(i => i);
        foreach (var i in byRemainder.Take((int)left))
            shares[i]++;
        return [.. shares.Select(s => new Money(sign * s))];
    }

    /// <summary>"12.30": the form of the payment provider and of plain text.</summary>
    public override string ToString() => Euros.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Writes euros as a JSON number with two decimals and refuses finer ones.</summary>
public sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var euros =
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)
                ? number
                : throw new JsonException("An amount is a number in euros.");
        if (euros != decimal.Round(euros, 2) || Math.Abs(euros) > 1_000_000_000m)
            throw new JsonException("An amount has at most two decimals and is below one billion.");
        return Money.Round(euros);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString());
}
