using System.Security.Cryptography;
using System.Text;
using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// What a quote binds: nobody can change it without the key, and charging it again is a repeat. With the contract as
/// <see cref="Basis"/> says, the same terms always come to the same amounts.
/// </summary>
/// <param name="Id">Random; the invoice and the provider's part derive from it.</param>
/// <param name="From">The first whole day that counts at the new size.</param>
/// <param name="Prices">Of every cycle that is concerned.</param>
/// <param name="Total">What the customer was shown, tax as it is theirs.</param>
internal sealed record UpgradeTerms(
    string Id,
    ServiceId Service,
    string Basis,
    PlanLimits Limits,
    DateOnly From,
    SizePrice[] Prices,
    Money Total,
    string Currency,
    DateTimeOffset ExpiresAt
)
{
    /// <summary>The name of the change in messages.</summary>
    public string Change => $"{Service}/change/{Id}";

    public SizePrice Price(int cycle) => Prices.First(p => p.Cycle == cycle);

    public InvoiceId Invoice => NewId.Derived<InvoiceId>(Change);

    /// <summary>All of a contract that a change is worked out from.</summary>
    public static string BasisOf(SubscriptionState state) =>
        Convert.ToHexString(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        Json.Write(
                            new ContractBasis(
                                state.Changes,
                                state.Order!.Plan.Limits(),
                                [.. state.Spans],
                                state.Carry,
                                state.PaidDay,
                                state.Cycle,
                                state.Price,
                                state.PriceChange
                            )
                        )
                    )
                )
                .AsSpan(0, 16)
        );

    private sealed record ContractBasis(
        int Changes,
        PlanLimits Limits,
        PaidSpan[] Spans,
        decimal Carry,
        DateOnly PaidDay,
        int Cycle,
        Money Price,
        PriceChange? PriceChange
    );
}
