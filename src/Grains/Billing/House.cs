using Elizon.Grains.Banking;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Billing;

/// <summary>The house's side of every rule: who sells, by which settings, on which calendar.</summary>
internal sealed class House(IOptions<BillingOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(
        options.Value.TimeZone
    );

    public BillingOptions Terms { get; } = options.Value;

    public Money TopUpMin => Money.Round(Terms.TopUpMin);

    public Money TopUpMax => Money.Round(Terms.TopUpMax);

    public Money AutoTopUpDailyMax => Money.Round(Terms.AutoTopUpDailyMax);

    public Money CreditMax => Money.Round(Terms.CreditMax);

    /// <summary>The account that customers transfer to and payouts leave from.</summary>
    public BankAccountId BankAccount { get; } =
        Iban.TryParse(options.Value.Seller.Iban, out var iban)
            ? BankAccountId.Of(iban.Value)
            : throw new InvalidOperationException("Billing:Seller:Iban is no IBAN.");

    /// <summary>The instant at which a day of the house's calendar begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The house's calendar day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
}
