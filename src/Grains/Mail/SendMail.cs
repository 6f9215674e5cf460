using Elizon.Grains.Outbox;

namespace Elizon.Grains.Mail;

/// <summary>
/// Asks for one mail. Its Message-ID derives from the outbox id, so a repeat is recognised. Values are plain text for the
/// template; secrets (codes, links with tokens) are encrypted with <see cref="Storage.ISecretBox"/> before.
/// </summary>
/// <param name="Template">Name of the template, as in "top-up-received".</param>
/// <param name="To">The person; address and language are read when the mail is sent.</param>
/// <param name="Address">Where to send when there is no verified person yet; then <paramref name="Locale"/> counts.</param>
[MessageName("mail.send")]
public sealed record SendMail(
    string Template,
    UserId? To,
    string? Address,
    string Locale,
    Dictionary<string, string> Values,
    Dictionary<string, string>? Secrets = null
) : Message
{
    /// <summary>Mail to one person goes out in order; to different persons in parallel.</summary>
    public static Address Box(UserId user) => new("mail", user.Value);
}
