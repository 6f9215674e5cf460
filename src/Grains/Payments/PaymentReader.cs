using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>Payments for staff by plain SQL, and our books against the provider's.</summary>
[StatelessWorker, GrainType("payment-reader")]
internal sealed class PaymentReader(
    NpgsqlDataSource database,
    IPayments provider,
    [Wall] TimeProvider wall
) : Grain, IPaymentReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private const int MostDays = 31;

    public async Task<PageOf<StaffPaymentSummary>> List(PaymentFilter filter, PageRequest page)
    {
        await using var command = database.Command(
            """
            select p.id, p.account, p.status, p.amount, p.purpose, p.invoice, p.created_at, a.refunded, a.charged_back, count(*) over ()
            from payment p
            cross join lateral (
              select coalesce(sum(refunded), 0)::bigint as refunded, coalesce(sum(charged_back), 0)::bigint as charged_back
              from payment_attempt where payment = p.id) a
            where ($1::text is null or p.account = $1) and ($2::text is null or p.status = $2)
            order by p.created_at desc, p.id desc offset $3 limit $4
            """,
            filter.Account?.Value,
            filter.Status?.ToString().ToUpperInvariant(),
            page.Offset,
            page.Limit
        );
        var payments = new List<StaffPaymentSummary>();
        var total = 0L;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            payments.Add(Summary(reader));
            total = reader.GetInt64(9);
        }
        // An offset behind the end finds no row that could carry the count.
        if (payments.Count == 0 && page.Page > 1)
            total = (await List(filter, new PageRequest(1, 1))).Pagination.Total;
        return new PageOf<StaffPaymentSummary>([.. payments], Pagination.Of(page, total));
    }

    public async Task<Reconciliation> Reconcile(DateOnly from, DateOnly to, bool repair)
    {
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw CommonRefusals.Invalid(
                $"'from' is not after 'to', and they are at most {MostDays} days."
            );
        using var patience = new CancellationTokenSource(Patience, wall);
        var (begin, end) = (Start(from), Start(to.AddDays(1)));
        var listed = await provider.List(begin, end, await CursorAfter(end), patience.Token);
        if (listed is { Kind: OutcomeKind.Refused, For: RefusedFor.Capacity })
            throw PaymentRefusals.TooManyToReconcile();
        if (listed is not { IsDone: true, Value: { } theirs })
            throw PaymentRefusals.NotReachable();
        var ours = await Ours(begin, end, [.. theirs.Select(t => t.Id)]);
        var differences = Reconciling.Compare(ours, theirs);
        var reread = repair ? await Reread(differences) : 0;
        return new Reconciliation(from, to, theirs.Length, ours.Length, differences, reread);
    }

    /// <summary>As if the provider had just told of it: the payment looks, and only it may change what we have.</summary>
    private async Task<int> Reread(PaymentDifference[] differences)
    {
        var payments = differences
            .Where(d => d.Payment is not null)
            .Select(d => d.ProviderPayment)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        await Task.WhenAll(payments.Select(p => GrainFactory.PaymentNotices().Received(p)));
        return payments.Length;
    }

    /// <summary>A payment of ours made soon after, so that the provider's list need not be read from today back.</summary>
    private async Task<string?> CursorAfter(DateTimeOffset end)
    {
        await using var command = database.Command(
            "select provider_id from payment_attempt where made_at >= $1 and world = $2 order by made_at limit 1",
            end + TimeSpan.FromHours(1),
            provider.World
        );
        return await command.ExecuteScalarAsync() as string;
    }

    private async Task<OurPayment[]> Ours(
        DateTimeOffset begin,
        DateTimeOffset end,
        string[] alsoIds
    )
    {
        await using var command = database.Command(
            """
            select a.provider_id, a.payment, a.status, p.amount, a.refunded, a.charged_back
            from payment_attempt a join payment p on p.id = a.payment
            where a.world = $4 and ((a.made_at >= $1 and a.made_at < $2) or a.provider_id = any($3))
            """,
            begin,
            end,
            alsoIds,
            provider.World
        );
        var ours = new List<OurPayment>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ours.Add(
                new OurPayment(
                    reader.GetString(0),
                    PaymentId.Of(reader.GetString(1)),
                    reader.GetString(2),
                    new Money(reader.GetInt64(3)),
                    new Money(reader.GetInt64(4)),
                    new Money(reader.GetInt64(5))
                )
            );
        return [.. ours];
    }

    private static StaffPaymentSummary Summary(NpgsqlDataReader row) =>
        new(
            PaymentId.Of(row.GetString(0)),
            AccountId.Of(row.GetString(1)),
            row.GetString(2),
            new Money(row.GetInt64(3)),
            Enum.Parse<PaymentPurpose>(row.GetString(4)),
            row.IsDBNull(5) ? null : InvoiceId.Of(row.GetString(5)),
            row.GetFieldValue<DateTimeOffset>(6),
            new Money(row.GetInt64(7)),
            new Money(row.GetInt64(8))
        );

    private static DateTimeOffset Start(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
