namespace Elizon.Catalog;

/// <summary>How long a product can be booked for, in whole days; there is no month arithmetic anywhere.</summary>
public static class BillingCycles
{
    public static readonly int[] All = [7, 14, 30, 60, 90, 120, 365];

    public static bool IsValid(int days) => Array.IndexOf(All, days) >= 0;

    /// <summary>"7, 14, 30…" for sentences.</summary>
    public static string Text => string.Join(", ", All);
}
