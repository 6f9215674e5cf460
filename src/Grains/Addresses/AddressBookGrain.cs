using System.Security.Cryptography;
using Elizon.Addresses;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Addresses;

/// <summary>A thin shell around <see cref="AddressBook"/>.</summary>
[GrainType("address-book")]
internal sealed class AddressBookGrain(
    [Aggregate] IAggregate<AddressBookState> aggregate,
    RandomNumberGenerator chance,
    TimeProvider clock
) : Grain, IAddressBookGrain
{
    private UserId Owner => UserId.Of(this.GetPrimaryKeyString());

    public Task<AddressView[]> List() => Task.FromResult(AddressBook.List(aggregate.State));

    public Task<PostalAddress> Find(AddressId id) =>
        Task.FromResult(AddressBook.Find(aggregate.State, id).Address);

    public async Task<AddressView> Add(PostalAddress address, bool makeDefault, Caller by)
    {
        if (await aggregate.Replay<AddressView>(by.Operation) is { } earlier)
            return earlier;
        var id = NewId.Of<AddressId>(by.Operation, chance);
        return await Commit(
            AddressBook.Add(
                aggregate.State,
                Owner,
                id,
                address,
                makeDefault,
                by,
                clock.GetUtcNow()
            ),
            id,
            by
        );
    }

    public async Task<AddressView> Replace(
        AddressId id,
        PostalAddress address,
        bool makeDefault,
        Caller by
    )
    {
        if (await aggregate.Replay<AddressView>(by.Operation) is { } earlier)
            return earlier;
        return await Commit(
            AddressBook.Replace(
                aggregate.State,
                Owner,
                id,
                address,
                makeDefault,
                by,
                clock.GetUtcNow()
            ),
            id,
            by
        );
    }

    public async Task Remove(AddressId id, Caller by)
    {
        if (await aggregate.Replay<Removed>(by.Operation) is not null)
            return;
        await aggregate.Commit(
            AddressBook.Remove(aggregate.State, Owner, id, by),
            by.Operation,
            new Removed(id)
        );
    }

    private Task<AddressView> Commit(Change<AddressBookState> change, AddressId id, Caller by) =>
        aggregate.Commit(change, by.Operation, change.Next.View(AddressBook.Find(change.Next, id)));

    /// <summary>Kept under the operation: a repeat must not say that there is no such address.</summary>
    private sealed record Removed(AddressId Id);
}
