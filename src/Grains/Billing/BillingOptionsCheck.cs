using System.Text.RegularExpressions;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Countries;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Billing;

/// <summary>Keeps a silo from starting with settings that would print wrong documents.</summary>
internal sealed partial class BillingOptionsCheck : IValidateOptions<BillingOptions>
{
    public ValidateOptionsResult Validate(string? name, BillingOptions options)
    {
        string[] faults = [.. Faults(options).Select(f => $"{BillingOptions.Section}:{f}")];
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(BillingOptions o)
    {
        if (!Series().IsMatch(o.InvoiceSeries))
            yield return "InvoiceSeries has 1 to 6 capital letters.";
        if (!Series().IsMatch(o.CorrectionSeries) || o.CorrectionSeries == o.InvoiceSeries)
            yield return "CorrectionSeries has 1 to 6 capital letters and is not InvoiceSeries.";
        if (CountryTable.Find(o.HomeCountry) is not { Eu: true })
            yield return "HomeCountry is the code of a member state.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(o.TimeZone, out _))
            yield return "TimeZone is not known on this machine.";
        if (o.Tax.VatProofDays < 1 || o.Tax.VatRecheckDays < 0)
            yield return "Tax:VatProofDays is at least 1 and Tax:VatRecheckDays not negative.";
        foreach (var code in o.Tax.ThirdCountries.Keys.Where(IsNoThirdCountry))
            yield return $"Tax:ThirdCountries:{code} is no country or territory outside the VAT area.";
        if (o.TopUpMin <= 0 || o.TopUpMax < o.TopUpMin || o.TopUpMax > 100_000)
            yield return "TopUpMin is above 0, TopUpMax not below it and at most 100,000.";
        if (o.CreditMax <= 0)
            yield return "CreditMax is above 0.";
        if (o.DraftLife <= TimeSpan.Zero || o.DraftLimit < o.DraftLife)
            yield return "DraftLife is above 0 and DraftLimit not below it.";
        if (o.MaxOpenDrafts < 1)
            yield return "MaxOpenDrafts is at least 1.";
        if (o.Points.PerEuro is < 0 or > 100 || o.Points.LifeDays is < 1 or > 36_500)
            yield return "Points:PerEuro lies between 0 and 100, Points:LifeDays between 1 and 36,500.";
        if (o.Points.MaxShare is < 0 or > 100)
            yield return "Points:MaxShare lies between 0 and 100.";
        if (o.RenewalLeadDays is < 0 or > 60)
            yield return "RenewalLeadDays is 0 to 60.";
        if (o.DirectDebit.LeadDays is < 0 or > 30 || o.DirectDebit.NoticeDays is < 1 or > 60)
            yield return "DirectDebit:LeadDays is 0 to 30, DirectDebit:NoticeDays 1 to 60.";
        if (o.PriceNoticeDays is < 0 or > 366)
            yield return "PriceNoticeDays is 0 to 366.";
        if (o.Dunning.Stages is { } stages && DunningPolicy.Fault(stages) is { } fault)
            yield return $"Dunning:Stages {fault}.";
        foreach (var (product, own) in o.Dunning.Products)
            if (DunningPolicy.Fault(own) is { } wrong)
                yield return $"Dunning:Products:{product} {wrong}.";
        if (!Iban.TryParse(o.Seller.Iban, out _))
            yield return "Seller:Iban is no IBAN.";
        if (!Bic.IsValid(o.Seller.Bic))
            yield return "Seller:Bic has 8 or 11 capital letters and digits.";
    }

    private static bool IsNoThirdCountry(string code) =>
        CountryTable.Find(code) is not { Eu: false }
        && TerritoryTable.All.All(t => t.Code != code || t.Tax != TerritoryTax.Outside);

    [GeneratedRegex("^[A-Z]{1,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Series();
}
