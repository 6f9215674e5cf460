using System.Globalization;

namespace Elizon.Sandbox.Mollie;

/// <summary>Money as Mollie writes it: two strings, the value with the exact decimals of its currency.</summary>
internal sealed record Amount(string Currency, string Value)
{
    public decimal Number() =>
        decimal.Parse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public Amount With(decimal number)
    {
        var format = Currencies.Decimals(Currency) == 0 ? "0" : "0.00";
        return this with { Value = number.ToString(format, CultureInfo.InvariantCulture) };
    }

    public override string ToString() => $"{Value} {Currency}";
}
