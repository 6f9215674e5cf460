namespace Elizon.Sandbox.Mollie;

internal static class Currencies
{
    private static readonly Dictionary<string, int> Known = new()
    {
        ["AED"] = 2,
        ["AUD"] = 2,
        ["BGN"] = 2,
        ["BRL"] = 2,
        ["CAD"] = 2,
        ["CHF"] = 2,
        ["CZK"] = 2,
        ["DKK"] = 2,
        ["EUR"] = 2,
        ["GBP"] = 2,
        ["HKD"] = 2,
        ["HUF"] = 2,
        ["ILS"] = 2,
        ["ISK"] = 2,
        ["JPY"] = 0,
        ["MXN"] = 2,
        ["MYR"] = 2,
        ["NOK"] = 2,
        ["NZD"] = 2,
        ["PHP"] = 2,
        ["PLN"] = 2,
        ["RON"] = 2,
        ["RUB"] = 2,
        ["SEK"] = 2,
        ["SGD"] = 2,
        ["THB"] = 2,
        ["TWD"] = 2,
        ["USD"] = 2,
        ["ZAR"] = 2,
    };

    /// <returns>How many decimals a value must have, or null for a currency that Mollie does not take.</returns>
    public static int? Decimals(string currency) =>
        Known.TryGetValue(currency, out var decimals) ? decimals : null;
}
