namespace Elizon.Sandbox.Mollie.Webhooks;

/// <summary>Ten attempts in 26 hours: at once, then after 1, 2, 4, 8, 16, 29 minutes, 1, 2 and 22 hours.</summary>
internal static class WebhookSchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(4),
        TimeSpan.FromMinutes(8),
        TimeSpan.FromMinutes(16),
        TimeSpan.FromMinutes(29),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(22),
    ];

    /// <param name="attempts">How many attempts were made.</param>
    /// <returns>The pause before the next one, or null when there is none.</returns>
    public static TimeSpan? PauseAfter(int attempts) =>
        attempts <= Pauses.Length ? Pauses[attempts - 1] : null;
}
