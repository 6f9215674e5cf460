using System.Globalization;
using System.Net.Mail;

namespace Elizon.Grains.Identity;

/// <summary>
/// A mailbox: the part before the @ as typed, the domain in ASCII. <see cref="Key"/> is what makes it the same address:
/// all lower case, because no mail server of weight tells case apart and people do not either.
/// </summary>
internal readonly record struct EmailAddress(string Text)
{
    private const int MostLength = 254;
    private const int MostLocal = 64;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public string Key => KeyOf(Text);

    public static string KeyOf(string text) => text.Trim().ToLowerInvariant();

    public static bool TryParse(string text, out EmailAddress address)
    {
        address = default;
        text = text.Trim();
        var at = text.LastIndexOf('@');
        if (text.Length > MostLength || at is < 1 or > MostLocal || !IsLocal(text[..at]))
            return false;
        if (Domain(text[(at + 1)..]) is not { } domain)
            return false;
        address = new EmailAddress($"{text[..at]}@{domain}");
        return address.Text.Length <= MostLength && MailAddress.TryCreate(address.Text, out _);
    }

    /// <summary>No quoted forms, no comments: nobody has them, and they smuggle.</summary>
    private static bool IsLocal(string local) =>
        local.All(c => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c))
        && !local.StartsWith('.')
        && !local.EndsWith('.')
        && !local.Contains("..", StringComparison.Ordinal);

    private static string? Domain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain);
            return ascii.Contains('.') && !ascii.StartsWith('.') && !ascii.EndsWith('.')
                ? ascii.ToLowerInvariant()
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
