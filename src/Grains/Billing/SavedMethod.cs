using System.Text.Json.Serialization;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>A method that collections use without the customer being there.</summary>
/// <param name="Kind">"creditcard", "paypal" or "directdebit".</param>
/// <param name="Reference">The mandate's reference, for the notice before a direct debit.</param>
public sealed record SavedMethod(MandateId Mandate, string Kind, string? Reference)
{
    /// <summary>The last four characters of the account that a direct debit takes from; null when unknown.</summary>
    public string? AccountEnding { get; init; }

    /// <summary>Takes days, and needs a notice before.</summary>
    [JsonIgnore]
    public bool IsDirectDebit => Kind == "directdebit";
}
