using System.Globalization;

namespace Elizon.Grains.Admin;

/// <summary>A duration as staff reads it: "12 s", "5 min", "3 h", "9 d".</summary>
internal static class Age
{
    public static string Text(TimeSpan age) =>
        age switch
        {
            { TotalSeconds: < 120 } => Of(age.TotalSeconds, "s"),
            { TotalMinutes: < 120 } => Of(age.TotalMinutes, "min"),
            { TotalHours: < 48 } => Of(age.TotalHours, "h"),
            _ => Of(age.TotalDays, "d"),
        };

    private static string Of(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, amount):0} {unit}");
}
