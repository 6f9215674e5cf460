using Elizon.Declarations;

namespace Elizon.Grains.Subscriptions;

/// <summary>What somebody declared about a contract without signing in, once it is known which one is meant.</summary>
/// <param name="Customer">Whose contract it must be.</param>
/// <param name="ByStaff">Staff said that this contract is meant.</param>
/// <param name="ReceivedAt">What counts for a term.</param>
[GenerateSerializer, Immutable, Alias("DeclaredWish")]
internal sealed record DeclaredWish(
    [property: Id(0)] DeclarationId Declaration,
    [property: Id(1)] DeclarationKind Kind,
    [property: Id(2)] CancellationType Type,
    [property: Id(3)] DateOnly? EndsOn,
    [property: Id(4)] UserId Customer,
    [property: Id(5)] bool ByStaff,
    [property: Id(6)] DateTimeOffset ReceivedAt
);

/// <summary>What became of it.</summary>
/// <param name="Done">False: staff must decide.</param>
/// <param name="Note">What was done, or why staff must decide.</param>
[GenerateSerializer, Immutable, Alias("DeclaredEnd")]
internal sealed record DeclaredEnd([property: Id(0)] bool Done, [property: Id(1)] string Note);

/// <summary>The contract's side of declarations. Called by them only, which no contract awaits.</summary>
[Alias("IContractEnding")]
internal interface IContractEnding : IGrainWithStringKey
{
    /// <summary>Ends the contract as declared, or says why not. A repeat gives the first answer.</summary>
    [Alias("EndAs")]
    Task<DeclaredEnd> EndAs(DeclaredWish wish);
}

/// <summary>The only way to it.</summary>
internal static class ContractEndingFactory
{
    public static IContractEnding ContractEnding(this IGrainFactory grains, ServiceId service) =>
        grains.GetGrain<IContractEnding>(GrainId.Create(SubscriptionAddress.Kind, service.Value));
}
