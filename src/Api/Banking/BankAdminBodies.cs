using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;

namespace Elizon.Api.Banking;

/// <summary>Whose a queued transaction is. Without an invoice it becomes balance.</summary>
public sealed record AssignBody(
    AccountId Account,
    InvoiceId? Invoice,
    [property: MaxLength(500)] string Reason
);

/// <summary>Where a balance is transferred to.</summary>
public sealed record PayOutBody(
    [property: MaxLength(64), Sample("DE02120300000000202051")] string Iban,
    [property: MaxLength(70), Sample("Erika Mustermann")] string Holder,
    [property: MaxLength(500)] string Reason
);
