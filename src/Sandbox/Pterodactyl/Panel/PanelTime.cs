using System.Globalization;

namespace Elizon.Sandbox.Pterodactyl.Panel;

internal static class PanelTime
{
    /// <summary>RFC 3339 in UTC with seconds: <c>2024-01-31T12:00:00+00:00</c>.</summary>
    public static string Atom(this DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
