using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>A top-up in euros.</summary>
/// <param name="SaveMethod">The method that is used is kept for renewals and automatic top-ups.</param>
public sealed record TopUpBody(Money Amount, bool SaveMethod = false);

/// <summary>How an invoice is to be paid.</summary>
/// <param name="SaveMethod">With mollie: the method that is used is kept for renewals and automatic top-ups.</param>
public sealed record PayBody(PaymentMethod PaymentMethod, bool SaveMethod = false);

/// <summary>A rule in euros: a balance below the threshold is topped up by the amount, so much a day at most.</summary>
public sealed record AutoTopUpBody(Money Threshold, Money Amount, Money? DailyMax = null);

/// <summary>What is to be changed; the rest stays.</summary>
public sealed record AutoTopUpChangeBody(
    Money? Threshold = null,
    Money? Amount = null,
    Money? DailyMax = null,
    bool? Enabled = null
);

/// <summary>What is to be taken back, by line, and why; the reason is printed.</summary>
public sealed record CorrectBody(
    LineCorrection[] Lines,
    [property: MaxLength(500)] string? Reason = null
);

/// <summary>What an invoice by hand charges. Prices with the home country's VAT, as in the catalogue.</summary>
/// <param name="Lines">1 to 100.</param>
/// <param name="From">First day of the supply; without it the day of issue.</param>
/// <param name="Until">Last day of the supply; without it the first.</param>
/// <param name="DueInDays">0 to 90, from the day of issue.</param>
/// <param name="Collect">Balance and saved payment method pay it.</param>
public sealed record ManualInvoiceBody(
    ManualLine[] Lines,
    DateOnly? From = null,
    DateOnly? Until = null,
    int DueInDays = 14,
    bool Collect = false
)
{
    internal ManualInvoice Invoice => new(Lines, From, Until, DueInDays, Collect);
}

/// <summary>Where invoices go and what they name; null for the customer's own address and for nothing.</summary>
public sealed record InvoiceSettingsBody(
    [property: MaxLength(254), Sample("rechnung@example.com")] string? Email = null,
    [property: MaxLength(100), Sample("04011000-12345-34")] string? Reference = null
);

/// <summary>A credit in euros, and why.</summary>
public sealed record CreditBody(Money Amount, [property: MaxLength(500)] string Reason);
