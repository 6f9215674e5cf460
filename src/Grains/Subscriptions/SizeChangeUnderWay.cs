using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Catalog;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// A change from its order to the provider's answer. First it is charged: until the account's answer is kept here,
/// <see cref="RetryAt"/> says when it is asked again, whatever died. Then the provider makes it.
/// </summary>
/// <param name="By">Who ordered it, for the audit.</param>
internal sealed record SizeChangeUnderWay(
    UpgradeTerms Terms,
    bool NetPoints,
    bool Restart,
    string By
)
{
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The contract before, once the change is charged: it comes back when the provider refuses.</summary>
    public ContractBefore? Before { get; init; }
}

/// <summary>What a change of size changes about a contract.</summary>
internal sealed record ContractBefore(
    PlanLimits Limits,
    ImmutableList<PaidSpan> Spans,
    decimal Carry,
    DateOnly PaidDay,
    Money Price,
    PriceChange? PriceChange
)
{
    public ImmutableList<ChargedChange>? ChargedChanges { get; init; }
}

/// <summary>What a change of size was charged for.</summary>
/// <param name="From">First day at the new size; <paramref name="Until"/> is the first behind the paid time.</param>
internal sealed record ChargedChange(InvoiceId Invoice, DateOnly From, DateOnly Until)
{
    [JsonIgnore]
    public int Days => Until.DayNumber - From.DayNumber;
}

/// <summary>What was answered to a quote's order.</summary>
internal sealed record MadeChange(string Quote, ContractChange Answer);
