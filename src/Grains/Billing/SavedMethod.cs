using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>A method that collections use without the customer being there.</summary>
/// <param name="Kind">"creditcard", "paypal" or "directdebit".</param>
/// <param name="Reference">The mandate's reference, for the notice before a direct debit.</param>
public sealed record SavedMethod(MandateId Mandate, string Kind, string? Reference)
{
    /// <summary>Takes days, and needs a notice before.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDirectDebit => Kind == "directdebit";
}
