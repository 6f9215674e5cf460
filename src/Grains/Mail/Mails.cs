using System.Globalization;

namespace Elizon.Grains.Mail;

/// <summary>
/// Every mail the platform sends, one factory each: what a template needs cannot be forgotten. Values travel in
/// invariant form; the template formats them in the reader's language and zone. Codes and tokens come in sealed.
/// </summary>
internal static partial class Mails
{
    private static SendMail To(
        UserId user,
        string template,
        Dictionary<string, string> values,
        Dictionary<string, string>? secrets = null
    ) => new(template, user, null, "", values, secrets);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
