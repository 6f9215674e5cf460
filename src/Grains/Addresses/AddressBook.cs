using System.Collections.Immutable;
using Elizon.Addresses;
using Elizon.Grains.Audit;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Addresses;

/// <summary>Rules of an address book. The same rules hold for an address as for a person's own.</summary>
internal static class AddressBook
{
    public const int Most = 20;

    public static Change<AddressBookState> Add(
        AddressBookState book,
        UserId owner,
        AddressId id,
        PostalAddress address,
        bool makeDefault,
        Caller by,
        DateTimeOffset now
    )
    {
        if (book.Entries.Count >= Most)
            throw AddressRefusals.TooMany(Most);
        var entry = new AddressEntry(id, Checked(address), now, now);
        return To(
            book with
            {
                Entries = book.Entries.Add(entry),
                Default = makeDefault ? id : book.Default ?? id,
            },
            owner,
            id,
            "address.added",
            by
        );
    }

    public static Change<AddressBookState> Replace(
        AddressBookState book,
        UserId owner,
        AddressId id,
        PostalAddress address,
        bool makeDefault,
        Caller by,
        DateTimeOffset now
    )
    {
        var entry = Find(book, id);
        return To(
            book with
            {
                Entries = book.Entries.Replace(
                    entry,
                    entry with
                    {
                        Address = Checked(address),
                        UpdatedAt = now,
                    }
                ),
                Default = makeDefault ? id : book.Default,
            },
            owner,
            id,
            "address.changed",
            by
        );
    }

    public static Change<AddressBookState> Remove(
        AddressBookState book,
        UserId owner,
        AddressId id,
        Caller by
    )
    {
        var rest = book.Entries.Remove(Find(book, id));
        return To(
            book with
            {
                Entries = rest,
                Default = book.Default == id ? rest.LastOrDefault()?.Id : book.Default,
            },
            owner,
            id,
            "address.removed",
            by
        );
    }

    public static AddressEntry Find(AddressBookState book, AddressId id) =>
        book.Entries.FirstOrDefault(e => e.Id == id) ?? throw CommonRefusals.NotFound("address");

    /// <summary>The default first, then the newest.</summary>
    public static AddressView[] List(AddressBookState book) =>
        [.. book.Entries.Reverse().OrderBy(e => e.Id == book.Default ? 0 : 1).Select(book.View)];

    private static PostalAddress Checked(PostalAddress address)
    {
        var profile = ProfileRules.Clean(AsProfile(address));
        var faults = ProfileRules.Faults(profile).ToList();
        if (profile.VatId is not null && profile.Company is null)
            faults.Add("'vatId' is a company's; name it in 'company'.");
        if (faults.Count > 0)
            throw CommonRefusals.Invalid([.. faults]);
        return new PostalAddress(
            profile.FirstName,
            profile.LastName,
            profile.Company,
            profile.VatId,
            profile.Street,
            profile.Zip,
            profile.City,
            profile.Country
        );
    }

    private static Profile AsProfile(PostalAddress address) =>
        new(
            address.FirstName,
            address.LastName,
            AccountType.Private,
            address.Company,
            address.VatId,
            address.Street,
            address.Zip,
            address.City,
            address.Country,
            null,
            "de"
        );

    private static Change<AddressBookState> To(
        AddressBookState next,
        UserId owner,
        AddressId id,
        string action,
        Caller by
    ) => new Change<AddressBookState>(next).Record(AuditRow.Of(by, action, id, owner));
}
