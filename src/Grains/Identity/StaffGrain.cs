using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>Whether the house has staff, and the one-time tokens until it has. One grain, asked at start and once by init.</summary>
[Alias("IStaffGrain")]
internal interface IStaffGrain : IGrainWithStringKey
{
    /// <summary>A silo offers the token it wrote into its data folder; false when there is staff already.</summary>
    [Alias("Offer")]
    Task<bool> Offer(string tokenHash);

    /// <summary>Who the first of the staff will be.</summary>
    /// <exception cref="Refusal">Forbidden, Gone.</exception>
    [Alias("Check")]
    Task<UserId> Check(string tokenHash);

    [Alias("Found")]
    Task<UserView> Found(string tokenHash, RegistrationFacts facts, Visitor visitor);
}

internal sealed record StaffState
{
    /// <summary>Hashes of the tokens that are good for the first account, the newest last; one per silo that started.</summary>
    public ImmutableList<string> Offers { get; init; } = [];

    public bool Founded { get; init; }
}

[GrainType("staff")]
internal sealed class StaffGrain([Aggregate] IAggregate<StaffState> aggregate) : Grain, IStaffGrain
{
    public const string Key = "house";
    private const int MostOffers = 16;

    public async Task<bool> Offer(string tokenHash)
    {
        if (aggregate.State.Founded)
            return false;
        if (aggregate.State.Offers.Contains(tokenHash))
            return true;
        var offers = aggregate.State.Offers.Add(tokenHash);
        await aggregate.Commit(
            new Change<StaffState>(
                aggregate.State with
                {
                    Offers = offers.Count > MostOffers ? offers.RemoveAt(0) : offers,
                }
            )
        );
        return true;
    }

    public Task<UserId> Check(string tokenHash)
    {
        if (aggregate.State.Founded)
            throw IdentityRefusals.StaffExists();
        // All are compared: the time taken does not tell which one it was.
        var known = false;
        foreach (var offer in aggregate.State.Offers)
            known |= OneTimeSecret.Equal(offer, tokenHash);
        // Derived from the house and not from the token: whoever repeats after a lost answer meets the same account.
        return known
            ? Task.FromResult(NewId.Derived<UserId>("staff/first"))
            : throw IdentityRefusals.WrongInitToken();
    }

    public async Task<UserView> Found(string tokenHash, RegistrationFacts facts, Visitor visitor)
    {
        await Check(tokenHash);
        var person = await GrainFactory
            .GetGrain<IUserControl>(facts.User.Value)
            .FoundStaff(facts, visitor);
        await aggregate.Commit(
            new Change<StaffState>(aggregate.State with { Founded = true, Offers = [] })
        );
        return person;
    }
}
