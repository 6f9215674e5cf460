using System.Globalization;
using Elizon.Identity;

namespace Elizon.Api.Rules;

/// <summary>The reference's X-RateLimit headers; the reset is an instant in Unix milliseconds.</summary>
internal static class RateHeaders
{
    public static void Write(IHeaderDictionary headers, RateDecision rate)
    {
        headers["X-RateLimit-Limit"] = Text(rate.Limit);
        headers["X-RateLimit-Remaining"] = Text(rate.Remaining);
        headers["X-RateLimit-Reset"] = Text(rate.ResetAt.ToUnixTimeMilliseconds());
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
