namespace Elizon.Addresses;

/// <summary>A person's addresses to bill. Key: <see cref="UserId"/>. Awaits nobody.</summary>
[Alias("IAddressBookGrain")]
public interface IAddressBookGrain : IGrainWithStringKey
{
    /// <summary>The default first, then the newest.</summary>
    [Alias("List")]
    Task<AddressView[]> List();

    /// <summary>One address as it is now, to bill somebody at; documents keep their own copy.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Find")]
    Task<PostalAddress> Find(AddressId id);

    /// <summary>The first one becomes the default.</summary>
    /// <exception cref="Refusal">Invalid with every fault named; Conflict: the book is full.</exception>
    [Alias("Add")]
    Task<AddressView> Add(PostalAddress address, bool makeDefault, Caller by);

    /// <param name="makeDefault">False leaves it as it is: another one is made the default instead.</param>
    /// <exception cref="Refusal">NotFound, Invalid with every fault named.</exception>
    [Alias("Replace")]
    Task<AddressView> Replace(AddressId id, PostalAddress address, bool makeDefault, Caller by);

    /// <summary>Takes it out; of the rest the newest becomes the default when it was that.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Remove")]
    Task Remove(AddressId id, Caller by);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class AddressesGrainFactory
{
    public static IAddressBookGrain AddressBook(this IGrainFactory grains, UserId user) =>
        grains.GetGrain<IAddressBookGrain>(user.Value);
}

/// <summary>What an address book refuses.</summary>
public static class AddressRefusals
{
    public static Refusal TooMany(int most) =>
        new(
            RefusalKind.Conflict,
            "address.tooMany",
            $"An address book has at most {most} entries."
        );
}
