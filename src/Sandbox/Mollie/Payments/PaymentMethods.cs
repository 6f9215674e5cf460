namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>The methods that this Mollie account offers, with their life time and limits in euros.</summary>
internal static class PaymentMethods
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);
    private static readonly TimeSpan ThreeDays = TimeSpan.FromHours(72);
    private static readonly TimeSpan TwelveDays = TimeSpan.FromDays(12);

    private static readonly Dictionary<string, PaymentMethod> Known = new PaymentMethod[]
    {
        new("applepay", "Apple Pay", HalfHour, 10_000),
        new("bancontact", "Bancontact", Hour, 50_000),
        new("banktransfer", "SEPA bank transfer", TwelveDays, 1_000_000),
        new("belfius", "Belfius Direct Net", Hour, 50_000),
        new("creditcard", "Card", HalfHour, 10_000),
        new("directdebit", "SEPA direct debit", TwelveDays, 1_000),
        new("eps", "eps", Hour, 50_000),
        new("ideal", "iDEAL", Quarter, 50_000),
        new("kbc", "KBC/CBC payment button", Hour, 50_000),
        new("klarna", "Klarna", TwoDays, 10_000),
        new("in3", "in3", TwoDays, 5_000),
        new("mybank", "MyBank", Hour, 50_000),
        new("paybybank", "Pay by bank", Hour, 50_000),
        new("paypal", "PayPal", ThreeDays, 8_000),
        new("paysafecard", "paysafecard", Quarter, 1_000),
        new("przelewy24", "Przelewy24", Hour, 12_000),
        new("satispay", "Satispay", Hour, 2_500),
        new("trustly", "Trustly", Hour, 50_000),
        new("twint", "TWINT", Hour, 5_000),
    }.ToDictionary(method => method.Id);

    /// <summary>Allowed for <c>sequenceType: first</c>.</summary>
    private static readonly HashSet<string> First =
    [
        "applepay",
        "bancontact",
        "belfius",
        "creditcard",
        "eps",
        "ideal",
        "kbc",
        "mybank",
        "paypal",
    ];

    public static IEnumerable<PaymentMethod> All => Known.Values;

    public static PaymentMethod? Find(string id) => Known.GetValueOrDefault(id);

    public static bool MayBeFirst(string id) => First.Contains(id);

    /// <summary>A payment whose method is still open lives as long as the shortest: a quarter of an hour.</summary>
    public static DateTimeOffset ExpiryOf(string? method, DateTimeOffset createdAt)
    {
        var expiry = createdAt + (method is null ? Quarter : Known[method].Life);
        if (method != "banktransfer")
            return expiry;
        return expiry.DayOfWeek switch
        {
            DayOfWeek.Saturday => expiry.AddDays(2),
            DayOfWeek.Sunday => expiry.AddDays(1),
            _ => expiry,
        };
    }

    public static decimal MostFor(IReadOnlyList<string> methods) =>
        methods.Count == 0 ? Known.Values.Max(m => m.Most) : methods.Max(id => Known[id].Most);
}

/// <param name="Life">From creation to expiry.</param>
/// <param name="Most">The largest amount.</param>
internal sealed record PaymentMethod(string Id, string Description, TimeSpan Life, decimal Most);
