using Elizon.Grains.Outbox;

namespace Elizon.Grains.Payments;

/// <summary>Where messages to an account's payer go.</summary>
internal static class PayerAddress
{
    public static Address Of(AccountId account) => new("payer", account.Value);
}
