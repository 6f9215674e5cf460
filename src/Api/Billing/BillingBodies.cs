using System.ComponentModel.DataAnnotations;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>A top-up in euros.</summary>
public sealed record TopUpBody(Money Amount);

/// <summary>How an invoice is to be paid.</summary>
public sealed record PayBody(PaymentMethod PaymentMethod);

/// <summary>A credit in euros, and why.</summary>
public sealed record CreditBody(Money Amount, [property: MaxLength(500)] string Reason);
