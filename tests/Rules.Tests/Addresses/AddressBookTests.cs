using Elizon.Addresses;
using Elizon.Grains.Addresses;
using Elizon.Identity;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Addresses;

public sealed class AddressBookTests
{
    private static readonly UserId Owner = new("ann");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly Caller By = Caller.System(Now);

    private static readonly PostalAddress Berlin = new(
        "Anna",
        "Muster",
        null,
        null,
        "Hauptstraße 1",
        "10115",
        "Berlin",
        "DE"
    );

    [Fact]
    public void The_first_address_becomes_the_default_and_a_later_one_when_asked_for()
    {
        var book = Add(Add(new AddressBookState(), "a"), "b");
        Assert.Equal(new AddressId("a"), book.Default);
        Assert.Equal(new AddressId("c"), Add(book, "c", makeDefault: true).Default);
    }

    [Fact]
    public void Removing_the_default_makes_the_newest_of_the_rest_the_default()
    {
        var book = Add(Add(Add(new AddressBookState(), "a"), "b"), "c");
        var rest = AddressBook.Remove(book, Owner, new AddressId("a"), By).Next;
        Assert.Equal(new AddressId("c"), rest.Default);
        Assert.Equal(["c", "b"], AddressBook.List(rest).Select(a => a.Id.Value));
    }

    [Fact]
    public void An_empty_book_has_no_default() =>
        Assert.Null(
            AddressBook
                .Remove(Add(new AddressBookState(), "a"), Owner, new AddressId("a"), By)
                .Next.Default
        );

    [Fact]
    public void An_address_is_cleaned_like_a_profile()
    {
        var book = Add(
            new AddressBookState(),
            "a",
            address: Berlin with
            {
                City = " Wien ",
                Country = "at",
                Zip = "1010",
                Company = "Muster GmbH",
                VatId = "atu 1234 5678",
            }
        );
        Assert.Equal(
            Berlin with
            {
                City = "Wien",
                Country = "AT",
                Zip = "1010",
                Company = "Muster GmbH",
                VatId = "ATU12345678",
            },
            book.Entries[0].Address
        );
    }

    [Fact]
    public void Every_fault_of_an_address_is_named()
    {
        var bad = Berlin with { LastName = "", Zip = "x", Country = "XX", VatId = "DE123456789" };
        var refusal = Assert.Throws<Refusal>(() => Add(new AddressBookState(), "a", address: bad));
        Assert.Equal(4, refusal.ValidationErrors.Length);
    }

    [Fact]
    public void A_full_book_takes_no_more()
    {
        var full = Enumerable
            .Range(0, AddressBook.Most)
            .Aggregate(new AddressBookState(), (book, i) => Add(book, $"a{i}"));
        Assert.Equal("address.tooMany", Assert.Throws<Refusal>(() => Add(full, "more")).Key);
    }

    [Fact]
    public void Another_persons_address_does_not_exist() =>
        Assert.Equal(
            RefusalKind.NotFound,
            Assert
                .Throws<Refusal>(() => AddressBook.Find(new AddressBookState(), new AddressId("a")))
                .Kind
        );

    [Fact]
    public void Billed_abroad_a_vat_id_of_home_does_not_count()
    {
        var person = Samples.Buyer("DE", AccountType.Business, "DE123456789");
        var abroad = Berlin with { Country = "AT", Zip = "1010", City = "Wien" };
        Assert.Equal(("AT", null), (abroad.Bill(person).Country, abroad.Bill(person).VatId));
        Assert.Equal("DE123456789", Berlin.Bill(person).VatId);
    }

    private static AddressBookState Add(
        AddressBookState book,
        string id,
        bool makeDefault = false,
        PostalAddress? address = null
    ) =>
        AddressBook
            .Add(book, Owner, new AddressId(id), address ?? Berlin, makeDefault, By, Now)
            .Next;
}
