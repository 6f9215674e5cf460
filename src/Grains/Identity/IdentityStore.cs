using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Identity;

/// <summary>Who may be meant by an address at the login, in one read.</summary>
/// <param name="Verified">Who owns the address.</param>
/// <param name="Pending">The newest registration with it that is not proven.</param>
/// <param name="Recent">How many such registrations there were since the given time.</param>
internal readonly record struct AddressHolders(UserId? Verified, UserId? Pending, int Recent);

/// <summary>Reads of the identity tables.</summary>
internal sealed class IdentityStore(NpgsqlDataSource database)
{
    public async Task<UserId?> Owner(string emailKey)
    {
        await using var command = database.Command(
            "select user_id from user_email where email_key = $1",
            emailKey
        );
        return await command.ExecuteScalarAsync() is string id ? UserId.Of(id) : null;
    }

    public async Task<AddressHolders> Holders(string emailKey, DateTimeOffset since)
    {
        await using var command = database.Command(
            """
            select (select user_id from user_email where email_key = $1),
              (select id from person where email_key = $1 and not verified order by created_at desc limit 1),
              (select count(*)::int from person where email_key = $1 and not verified and created_at > $2)
            """,
            emailKey,
            since
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new AddressHolders(IdAt(reader, 0), IdAt(reader, 1), reader.GetInt32(2));
    }

    private static UserId? IdAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : UserId.Of(reader.GetString(column));
}
