namespace Elizon.Billing;

/// <summary>The days of issue that a download asks for, both included; null is open.</summary>
public readonly record struct IssuedDays(DateOnly? From, DateOnly? To)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <exception cref="Refusal">Invalid: a year together with days, no year of ours, or an end before the start.</exception>
    public static IssuedDays Of(int? year, DateOnly? from, DateOnly? to)
    {
        if (year is null)
            return from > to
                ? throw CommonRefusals.Invalid("'from' is not after 'to'.")
                : new IssuedDays(from, to);
        if (from is not null || to is not null)
            throw CommonRefusals.Invalid("'year' stands without 'from' and 'to'.");
        return year is < FirstYear or > LastYear
            ? throw CommonRefusals.Invalid($"'year' is between {FirstYear} and {LastYear}.")
            : new IssuedDays(new DateOnly(year.Value, 1, 1), new DateOnly(year.Value, 12, 31));
    }
}
