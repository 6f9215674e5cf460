using System.Globalization;
using System.Security.Cryptography;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Bank;

/// <summary>The account: entries, statements, orders that were taken. Everything is stored before it is answered.</summary>
internal sealed class BankBook(
    SandboxStore store,
    SandboxClock clock,
    FaultBoard faults,
    RandomNumberGenerator chance
)
{
    private const string EntryKind = "bank.entry";
    private const string StatementKind = "bank.statement";
    private const string OrderKind = "bank.order";
    private const string Payer = "DE02120300000000202051";

    public IReadOnlyList<BankEntry> Entries => store.All<BankEntry>(EntryKind);

    public IReadOnlyList<BankStatement> Statements => store.All<BankStatement>(StatementKind);

    public long Balance => Entries.Where(e => !e.Pending).Sum(e => e.Cents);

    public BankEntry? Entry(string id) => store.Get<BankEntry>(EntryKind, id);

    public BankStatement? Statement(string number) =>
        store.Get<BankStatement>(StatementKind, number);

    public BankEntry Receive(TransferBody body, string? batch = null)
    {
        var entry = New((long)(body.Amount * 100)) with
        {
            Name = body.Name ?? "Erika Müller",
            Iban = body.Iban ?? Payer,
            EndToEndId = body.EndToEndId,
            Texts = body.Texts ?? [],
            Structured = body.Structured,
            Pending = body.Pending,
            Batch = batch,
        };
        store.Put(EntryKind, entry.Id, entry);
        return entry;
    }

    public IReadOnlyList<BankEntry> ReceiveBatch(BatchBody body)
    {
        var batch = NewId();
        return [.. body.Transfers.Select(t => Receive(t with { Pending = false }, batch))];
    }

    /// <summary>Sends an entry back where it came from; null when there is none or it came back before.</summary>
    public BankEntry? Return(string id, string reason) =>
        store.Exclusively(() =>
        {
            if (Entry(id) is not { Pending: false, ReturnReason: null } entry)
                return null;
            var key = $"{id}-return";
            if (Entry(key) is not null)
                return null;
            var back = entry with
            {
                Id = key,
                At = clock.GetUtcNow(),
                Cents = -entry.Cents,
                ReturnReason = reason,
                Batch = null,
                Statement = null,
            };
            store.Put(EntryKind, key, back);
            return back;
        });

    /// <summary>Takes an order and carries it out at once; null when its message id was taken before.</summary>
    public TakenOrder? Take(PaymentOrder order) =>
        store.Exclusively(() =>
        {
            if (store.Get<TakenOrder>(OrderKind, order.MessageId) is not null)
                return null;
            var taken = new TakenOrder(
                order.MessageId,
                order.Transfers.Count,
                order.Transfers.Sum(t => t.Cents),
                clock.GetUtcNow()
            );
            var changes = new StoreChanges().Put(OrderKind, taken.MessageId, taken);
            foreach (var transfer in order.Transfers)
            {
                var entry = New(-transfer.Cents) with
                {
                    Name = transfer.Name,
                    Iban = transfer.Iban,
                    EndToEndId = transfer.EndToEndId,
                    Texts = [transfer.Text],
                };
                changes.Put(EntryKind, entry.Id, entry);
            }
            store.Write(changes);
            return taken;
        });

    /// <summary>Ends the day: what is booked and not told yet becomes one statement.</summary>
    public BankStatement Close() =>
        store.Exclusively(() =>
        {
            var before = Statements;
            var open = Entries.Where(e => e.Statement is null).ToArray();
            BankEntry[] booked = [.. open.Where(e => !e.Pending)];
            var opening = before.Count == 0 ? 0 : before[^1].Closing;
            var number = string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.GetUtcNow():yyyyMMdd}-{before.Count + 1:0000}"
            );
            var repeats =
                before.Count > 0
                && faults.Take(BankSimulator.SimulatorName, BankFaults.Repeats) is not null;
            var statement = new BankStatement(
                number,
                clock.GetUtcNow(),
                repeats ? before[^1].Opening : opening,
                opening + booked.Sum(e => e.Cents),
                [.. booked.Select(e => e.Id)],
                repeats ? [.. before[^1].Repeated, .. before[^1].Booked] : [],
                [.. open.Where(e => e.Pending).Select(e => e.Id)],
                faults.Take(BankSimulator.SimulatorName, BankFaults.Unbalanced) is null ? 0 : 1
            );
            var changes = new StoreChanges().Put(StatementKind, number, statement);
            foreach (var entry in booked)
                changes.Put(EntryKind, entry.Id, entry with { Statement = number });
            foreach (var entry in open.Where(e => e.Pending))
                changes.Put(EntryKind, entry.Id, entry with { Pending = false });
            store.Write(changes);
            return statement;
        });

    private BankEntry New(long cents) =>
        new(NewId(), clock.GetUtcNow(), cents, "", null, null, [], null, null, null, false, null);

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[8];
        chance.GetBytes(bytes);
        return Convert.ToHexString(bytes);
    }
}
