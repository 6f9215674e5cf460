using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Declarations;

namespace Elizon.Api.Declarations;

/// <summary>A cancellation.</summary>
/// <param name="Contract">Number of the server, the order or the invoice.</param>
/// <param name="Reason">Needed for an extraordinary cancellation.</param>
/// <param name="EndsOn">Left out: as soon as possible.</param>
/// <param name="Confirmed">False: what would be declared is answered and nothing is kept. True: it is declared.</param>
/// <param name="Locale">Language of the confirmation, "de" or "en".</param>
public sealed record CancellationBody(
    [property: MaxLength(200), Sample("Anna Muster")] string Name,
    [property: MaxLength(254), Sample("anna@example.com")] string Email,
    [property: MaxLength(64)] string? Contract = null,
    CancellationType Type = CancellationType.Ordinary,
    [property: MaxLength(2000)] string? Reason = null,
    DateOnly? EndsOn = null,
    bool Confirmed = false,
    [property: MaxLength(2)] string? Locale = null
)
{
    internal Declaration Declaration =>
        new(
            DeclarationKind.Cancellation,
            Name,
            Email,
            Contract,
            Type,
            Reason,
            EndsOn,
            Locale ?? "de"
        );

    public override string ToString() => nameof(CancellationBody);
}

/// <summary>A withdrawal.</summary>
/// <param name="Contract">Number of the server, the order or the invoice.</param>
/// <param name="Confirmed">False: what would be declared is answered and nothing is kept. True: it is declared.</param>
/// <param name="Locale">Language of the confirmation, "de" or "en".</param>
public sealed record WithdrawalBody(
    [property: MaxLength(200), Sample("Anna Muster")] string Name,
    [property: MaxLength(254), Sample("anna@example.com")] string Email,
    [property: MaxLength(64)] string? Contract = null,
    bool Confirmed = false,
    [property: MaxLength(2)] string? Locale = null
)
{
    internal Declaration Declaration =>
        new(
            DeclarationKind.Withdrawal,
            Name,
            Email,
            Contract,
            CancellationType.Ordinary,
            null,
            null,
            Locale ?? "de"
        );

    public override string ToString() => nameof(WithdrawalBody);
}

/// <summary>Which service a declaration means.</summary>
public sealed record MatchBody(ServiceId Service);

/// <summary>How a declaration ends.</summary>
/// <param name="Done">True: carried out. False: nothing follows from it.</param>
public sealed record CloseBody(bool Done, [property: MaxLength(1000)] string Note);
