using Elizon.Grains.Storage;
using Elizon.Identity;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Identity;

[StatelessWorker, Reentrant, GrainType("user-directory")]
internal sealed class UserDirectory(IdentityStore store, NpgsqlDataSource database)
    : Grain,
        IUserDirectory
{
    private const string Found = """
        from person
        where $1 = '' or id = $1 or email_key like $2 or last_name_key like $2 or company_key like $2
        """;

    public Task<UserId?> FindByEmail(string email) => store.Owner(EmailAddress.KeyOf(email));

    public async Task<PageOf<PersonView>> Search(string text, PageRequest page)
    {
        text = text.Trim();
        var prefix = Escaped(PersonRow.KeyOf(text)) + "%";
        await using var batch = database.CreateBatch();
        batch.Add($"select count(*) {Found}", text, prefix);
        batch.Add(
            $"""
            select id, email, first_name, last_name, company, account_type, country, verified, roles, created_at
            {Found} order by created_at desc, id offset $3 limit $4
            """,
            text,
            prefix,
            page.Offset,
            page.Limit
        );
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var persons = new List<PersonView>();
        while (await reader.ReadAsync())
            persons.Add(Read(reader));
        return new PageOf<PersonView>([.. persons], Pagination.Of(page, total));
    }

    private static PersonView Read(NpgsqlDataReader row) =>
        new(
            UserId.Of(row.GetString(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            Enum.Parse<AccountType>(row.GetString(5)),
            row.GetString(6),
            row.GetBoolean(7),
            Enum.Parse<StaffRole>(row.GetString(8)),
            row.GetFieldValue<DateTimeOffset>(9)
        );

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
