using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Fixtures;

/// <summary>A customer of a test with a session.</summary>
public sealed record Customer(UserId Id, string Email, string Token)
{
    public SessionId Session => new(TokenHash.Of(Token));

    /// <summary>The customer asking by this session.</summary>
    public Caller Caller(DateTimeOffset at, Operation? operation = null) =>
        new(
            Id,
            CallerKind.Session,
            $"session/{Session.Value[..12]}",
            Permission.None,
            at,
            operation
        );
}

/// <summary>Signs customers up the way people do, but without a password's cost: nobody logs in as one of these.</summary>
public static class Customers
{
    private static int _count;

    /// <summary>A verified private person in Berlin, or as <paramref name="change"/> says.</summary>
    public static async Task<Customer> Customer(
        this ElizonCluster cluster,
        Func<Profile, Profile>? change = null
    )
    {
        var customer = await cluster.Registration(change);
        await cluster
            .Grains.User(customer.Id)
            .VerifyAccount(
                await cluster.CodeOf(customer.Email),
                customer.Caller(cluster.Clock.GetUtcNow())
            );
        return customer;
    }

    /// <summary>The person as a business in Vienna.</summary>
    public static Profile AsBusinessInVienna(this Profile person, string vatId) =>
        person with
        {
            AccountType = AccountType.Business,
            Company = "Donau Spiele GmbH",
            VatId = vatId,
            Country = "AT",
            Zip = "1010",
            City = "Wien",
        };

    /// <summary>A person whose address is not proven yet.</summary>
    public static async Task<Customer> Registration(
        this ElizonCluster cluster,
        Func<Profile, Profile>? change = null,
        string? email = null
    )
    {
        var nr = Interlocked.Increment(ref _count);
        var token = $"{TokenHash.SessionPrefix}{nr.ToString("D43", null)}";
        var customer = new Customer(
            new UserId($"customer{nr}"),
            email ?? $"customer{nr}@customer.example",
            token
        );
        var profile = new Profile(
            "Jörg",
            "Müller-Łuk",
            AccountType.Private,
            null,
            null,
            "Hauptstraße 1",
            "10115",
            "Berlin",
            "DE",
            null,
            "de"
        );
        await cluster
            .Grains.GetGrain<IUserControl>(customer.Id.Value)
            .Register(
                new RegistrationFacts(
                    customer.Id,
                    customer.Email,
                    "no password fits",
                    change?.Invoke(profile) ?? profile,
                    "v1",
                    customer.Session,
                    false
                ),
                new Visitor("127.0.0.1", "test"),
                null
            );
        return customer;
    }

    /// <summary>The six digits of the newest mail to this address.</summary>
    public static async Task<string> CodeOf(this ElizonCluster cluster, string email)
    {
        await cluster.Quiet();
        return cluster
            .Mails.To(email)[^1]
            .Text.Split([' ', '\n'])
            .Last(w => w.Length == 6 && w.All(char.IsAsciiDigit));
    }
}
