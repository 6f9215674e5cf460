namespace Elizon.Catalog;

internal static class PriceFaults
{
    public static void Check(ProductEntry product, string at, FaultList faults)
    {
        faults.AtMost($"{at}.prices", product.Prices, 200);
        faults.AddIf(
            product.Published && product.Prices.Length == 0,
            $"{at}.prices",
            "A published product needs a price."
        );
        var seen = new HashSet<(int, DateTimeOffset?)>();
        for (var i = 0; i < product.Prices.Length; i++)
        {
            var (entry, place) = (product.Prices[i], $"{at}.prices[{i}]");
            faults.AddIf(
                !BillingCycles.IsValid(entry.Cycle),
                $"{place}.cycle",
                $"Must be one of {BillingCycles.Text} days, but is {entry.Cycle}."
            );
            faults.Price($"{place}.price", entry.Price);
            faults.AddIf(
                !seen.Add((entry.Cycle, entry.From)),
                place,
                $"Two prices for {entry.Cycle} days start at the same time."
            );
        }
    }
}

internal static class OptionFaults
{
    public static void Check(ProductEntry product, string at, FaultList faults)
    {
        faults.AtMost($"{at}.options", product.Options, 20);
        faults.Unique($"{at}.options", product.Options, o => o.Key, "key");
        for (var i = 0; i < product.Options.Length; i++)
            Check(product.Options[i], product, $"{at}.options[{i}]", faults);
    }

    private static void Check(
        ProductOption option,
        ProductEntry product,
        string at,
        FaultList faults
    )
    {
        faults.Slug($"{at}.key", option.Key);
        faults.Text($"{at}.name", option.Name, 80);
        faults.Between($"{at}.step", option.Step, 1, 1_048_576);
        faults.Between($"{at}.maxSteps", option.MaxSteps, 1, 1_000);
        foreach (var (cycle, price) in option.Prices)
            faults.Price($"{at}.prices.{cycle}", price);
        foreach (
            var cycle in product.Prices.Select(p => p.Cycle).Where(BillingCycles.IsValid).Distinct()
        )
            faults.AddIf(
                !option.Prices.ContainsKey(cycle),
                $"{at}.prices",
                $"The price of a step for {cycle} days is missing."
            );
    }
}
