using Elizon.Declarations;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Declarations;

/// <summary>Who and what a declaration means, as far as it is certain.</summary>
internal readonly record struct DeclarationMatch(UserId? Customer, ServiceId? Service);

/// <summary>Finds the contract by proven address and number.</summary>
internal sealed class DeclarationLookup(NpgsqlDataSource database)
{
    /// <summary>
    /// The address must be a customer's, and the number must name one running service of theirs: by its own id, its
    /// order's or its invoice's. Without a number the customer must have no other. Everything else is for staff.
    /// </summary>
    public async Task<DeclarationMatch> Find(Declaration declaration)
    {
        await using var command = database.Command(
            """
            select e.user_id, s.id from user_email e
            left join service s on s.owner = e.user_id and s.status <> 'Deleted'
              and ($2::text is null or lower(s.id) = $2 or lower(s.order_id) = $2 or lower(s.invoice) = $2
                or exists (select 1 from invoice_document d where d.id = s.invoice and lower(d.number) = $2))
            where e.email_key = $1 limit 2
            """,
            EmailAddress.KeyOf(declaration.Email),
            declaration.Contract?.ToLowerInvariant()
        );
        await using var reader = await command.ExecuteReaderAsync();
        UserId? customer = null;
        var services = new List<ServiceId>();
        while (await reader.ReadAsync())
        {
            customer = UserId.Of(reader.GetString(0));
            if (!reader.IsDBNull(1))
                services.Add(ServiceId.Of(reader.GetString(1)));
        }
        return new DeclarationMatch(customer, services is [var only] ? only : null);
    }

    public async Task<UserId?> OwnerOf(ServiceId service)
    {
        await using var command = database.Command(
            "select owner from service where id = $1",
            service.Value
        );
        return await command.ExecuteScalarAsync() is string owner ? UserId.Of(owner) : null;
    }

    /// <summary>How many declarations named this address since then.</summary>
    public async Task<long> Count(string email, DateTimeOffset since)
    {
        await using var command = database.Command(
            "select count(*) from declaration where email_key = $1 and received_at > $2",
            EmailAddress.KeyOf(email),
            since
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
