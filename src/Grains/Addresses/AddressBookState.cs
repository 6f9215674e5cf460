using System.Collections.Immutable;
using Elizon.Addresses;

namespace Elizon.Grains.Addresses;

/// <summary>A person's addresses.</summary>
internal sealed record AddressBookState
{
    /// <summary>Oldest first.</summary>
    public ImmutableList<AddressEntry> Entries { get; init; } = [];

    public AddressId? Default { get; init; }

    public AddressView View(AddressEntry entry) =>
        new(
            entry.Id,
            entry.Address.FirstName,
            entry.Address.LastName,
            entry.Address.Company,
            entry.Address.VatId,
            entry.Address.Street,
            entry.Address.Zip,
            entry.Address.City,
            entry.Address.Country,
            entry.Id == Default,
            entry.CreatedAt,
            entry.UpdatedAt
        );
}

internal sealed record AddressEntry(
    AddressId Id,
    PostalAddress Address,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
