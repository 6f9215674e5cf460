using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Api.Replies;
using Elizon.Payments;

namespace Elizon.Api.Payments;

/// <summary>A method to be saved; account data only with direct debit.</summary>
public sealed record NewMethodBody(
    SavableMethod Kind,
    [property: MinLength(1), MaxLength(100)] string? Holder = null,
    [property: MinLength(15), MaxLength(42), Sample("DE89370400440532013000")] string? Iban = null
);

/// <summary>How much goes back, where to, and why.</summary>
public sealed record RefundBody(
    Money Amount,
    RefundTo To,
    [property: MaxLength(500)] string? Reason = null
);

/// <summary>Which days to compare; what differs is read again.</summary>
public sealed record ReconcileBody(
    DateOnly From,
    DateOnly To,
    [property: MaxLength(500)] string? Reason = null
);

/// <summary>Filters of staff; all optional.</summary>
public sealed record PaymentQuery(
    int? Page,
    int? Limit,
    AccountId? Account,
    Word<PaymentStatus>? Status
)
{
    internal PageRequest Paging => PageRequest.Of(Page, Limit);

    internal PaymentFilter Filter => new(Account, Status?.Value);
}
