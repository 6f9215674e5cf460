namespace Elizon.Billing;

/// <summary>What a customer has on account, in euros; never negative but after a chargeback.</summary>
[GenerateSerializer, Immutable, Alias("BalanceView")]
public sealed record BalanceView([property: Id(0)] Money Balance);
