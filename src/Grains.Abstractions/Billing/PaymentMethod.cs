using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>How a customer pays; the words of the reference.</summary>
[GenerateSerializer, Alias("PaymentMethod")]
public enum PaymentMethod
{
    /// <summary>From the balance, at once.</summary>
    [JsonStringEnumMemberName("guthaben")]
    Guthaben,

    /// <summary>At the payment provider's page.</summary>
    [JsonStringEnumMemberName("mollie")]
    Mollie,

    /// <summary>By bank transfer.</summary>
    [JsonStringEnumMemberName("sepa")]
    Sepa,
}
