using Elizon.Billing;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Rules of how a customer wants invoices.</summary>
internal static class Invoicing
{
    private const int LongestReference = 100;

    /// <exception cref="Refusal">Invalid.</exception>
    public static Change<AccountState> Change(AccountState state, InvoiceSettings settings)
    {
        var wanted = new InvoiceSettings(Trimmed(settings.Email), Trimmed(settings.Reference));
        if (wanted.Email is { } email && !EmailAddress.TryParse(email, out _))
            throw CommonRefusals.Invalid("'email' must be an e-mail address.");
        if (wanted.Reference?.Length > LongestReference)
            throw CommonRefusals.Invalid($"'reference' has at most {LongestReference} characters.");
        return new Change<AccountState>(state with { Invoicing = wanted });
    }

    /// <summary>The content as the customer wants it.</summary>
    public static InvoiceContent For(this InvoiceContent content, InvoiceSettings settings) =>
        content with
        {
            Buyer = content.Buyer with
            {
                Email = settings.Email ?? content.Buyer.Email,
                Reference = settings.Reference,
            },
        };

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
