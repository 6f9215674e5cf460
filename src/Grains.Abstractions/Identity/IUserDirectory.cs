namespace Elizon.Identity;

/// <summary>Finds persons by what is unique about them. Stateless; reads the record tables.</summary>
[Alias("IUserDirectory")]
public interface IUserDirectory : IGrainWithIntegerKey
{
    /// <summary>The verified person with this address, compared without case; null if there is none.</summary>
    [Alias("FindByEmail")]
    Task<UserId?> FindByEmail(string email);

    /// <summary>For staff: persons whose address, last name, company or id begins with the text; the newest first.</summary>
    [Alias("Search")]
    Task<PageOf<PersonView>> Search(string text, PageRequest page);
}

/// <summary>A person in staff's list. Personal data: never logged.</summary>
/// <param name="Verified">False for a registration whose address is not proven.</param>
[GenerateSerializer, Immutable, Alias("PersonView")]
public sealed record PersonView(
    [property: Id(0)] UserId Id,
    [property: Id(1)] string Email,
    [property: Id(2)] string FirstName,
    [property: Id(3)] string LastName,
    [property: Id(4)] string? Company,
    [property: Id(5)] AccountType AccountType,
    [property: Id(6)] string Country,
    [property: Id(7)] bool Verified,
    [property: Id(8)] StaffRole Roles,
    [property: Id(9)] DateTimeOffset CreatedAt
);
