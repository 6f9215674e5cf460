using Elizon.Grains.Banking;
using Elizon.Grains.Billing.Renewals;
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
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <param name="product">Null: the policy of what is no product.</param>
    public DunningPolicy Dunning(ProductId? product) =>
        product is { } own ? DunningPolicy.Of(Terms.Dunning, own) : DunningPolicy.Of(Terms.Dunning);

    /// <summary>The time of day at an instant on the house's clock.</summary>
    public TimeOnly TimeOf(DateTimeOffset at) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>
    /// The instant of a day and time on the house's clock. A time that daylight saving skips is that of an hour later; of a time
    /// that comes twice it is the first.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (_zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = _zone.IsAmbiguousTime(local)
            ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first day from which a higher price may hold that customers hear of now.</summary>
    public DateOnly PriceNotice(DateTimeOffset now) => DayOf(now).AddDays(Terms.PriceNoticeDays);

    /// <summary>The house's calendar day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
}
