using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Billing.Orders;

/// <summary>Reads orders.</summary>
internal sealed class OrderRecords(NpgsqlDataSource database)
{
    /// <summary>Where the order stands; null when the account has no such order.</summary>
    public async Task<OrderStatus?> StatusOf(AccountId account, OrderId id)
    {
        await using var command = database.Command(
            "select status from customer_order where id = $1 and account = $2",
            id.Value,
            account.Value
        );
        return await command.ExecuteScalarAsync() is string status
            ? Enum.Parse<OrderStatus>(status)
            : null;
    }

    /// <summary>Whether the customer ever paid an order.</summary>
    public async Task<bool> HasPaid(AccountId account)
    {
        await using var command = database.Command(
            "select exists (select 1 from customer_order where account = $1 and status = 'Paid')",
            account.Value
        );
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
