using Elizon.Banking;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Billing.Closing;

/// <summary>What others' rows say about an account that is to be closed.</summary>
/// <param name="Contracts">That have not ended.</param>
/// <param name="Services">That may still be at a provider.</param>
/// <param name="MoneyMoves">A payment is pending, or a refund set aside.</param>
/// <param name="Payout">How the last payout stands; null while the bank account has not heard of it.</param>
/// <param name="PayoutReason">Why it failed.</param>
internal sealed record ClosingFacts(
    int Contracts = 0,
    int Services = 0,
    bool MoneyMoves = false,
    PayoutStatus? Payout = null,
    string? PayoutReason = null
);

/// <summary>Reads them.</summary>
internal sealed class ClosingRecords(NpgsqlDataSource database)
{
    public async Task<ClosingFacts> Of(AccountId account, PayoutId? payout)
    {
        await using var command = database.Command(
            """
            select
              (select count(*)::int from subscription where owner = $1 and status <> 'Ended'),
              (select count(*)::int from service where owner = $1 and status not in ('Deleted', 'Failed')),
              exists (select from payment where account = $1 and status = 'PENDING' and amount > 0)
                or (select coalesce(sum(amount), 0) <> 0 from ledger_entry where account = $1 and ledger = $3),
              (select status from bank_payout where id = $2),
              (select reason from bank_payout where id = $2)
            """,
            account.Value,
            payout?.Value ?? "",
            Ledger.LedgerName.Refunds
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new ClosingFacts(
            reader.GetInt32(0),
            reader.GetInt32(1),
            reader.GetBoolean(2),
            reader.IsDBNull(3) ? null : Enum.Parse<PayoutStatus>(reader.GetString(3)),
            reader.IsDBNull(4) ? null : reader.GetString(4)
        );
    }
}
