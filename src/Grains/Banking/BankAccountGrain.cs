using System.Security.Cryptography;
using Elizon.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Banking;

[GrainType("bank-account")]
internal sealed partial class BankAccountGrain(
    [Aggregate] IAggregate<BankAccountState> aggregate,
    BankRecords records,
    MatchLookup lookup,
    PayoutRecords payouts,
    House house,
    RandomNumberGenerator chance,
    TimeProvider clock
) : Grain, IBankAccountInside, IInbox
{
    private BankAccountId Id => BankAccountId.Of(this.GetPrimaryKeyString());

    public async Task<StatementView> Take(BankStatement statement, Caller by)
    {
        if (await records.FindStatement(Id, statement.Id) is { } before)
            return before with { Outcome = StatementOutcome.Known };
        var latest = await records.Latest(Id);
        var known = await records.Known(statement.Transactions.Select(t => t.Id));
        var fresh = StatementImport.Fresh(statement, latest, known);
        var mentions = fresh.ToDictionary(
            t => t.Id,
            t => Mentions.Of(t, house.Terms.InvoiceSeries)
        );
        var candidates = await lookup.For(fresh, mentions.Values);
        var import = StatementImport.Take(
            aggregate.State,
            Id,
            statement,
            fresh,
            latest,
            t => mentions[t.Id],
            candidates,
            by,
            clock.GetUtcNow()
        );
        await aggregate.Commit(import.Change);
        return import.View;
    }

    public async Task<BankTransactionView> Assign(
        BankTransactionId transaction,
        AccountId account,
        InvoiceId? invoice,
        Caller by
    )
    {
        if (await aggregate.Replay<BankTransactionView>(by.Operation) is { } earlier)
            return earlier;
        // Staff type the id: a slip must not make an account of nobody.
        await GrainFactory.User(UserId.Of(account.Value)).BillingProfile();
        var change = QueueDecisions.Assign(
            aggregate.State,
            await records.Find(transaction),
            account,
            invoice,
            by,
            clock.GetUtcNow()
        );
        return await Decide(change, by);
    }

    public async Task<BankTransactionView> Ignore(BankTransactionId transaction, Caller by)
    {
        if (await aggregate.Replay<BankTransactionView>(by.Operation) is { } earlier)
            return earlier;
        var change = QueueDecisions.Ignore(
            aggregate.State,
            await records.Find(transaction),
            by,
            clock.GetUtcNow()
        );
        return await Decide(change, by);
    }

    private Task<BankTransactionView> Decide(Change<BankAccountState> change, Caller by) =>
        aggregate.Commit(
            change,
            by.Operation,
            change.Rows.Select(r => r.Row).OfType<BankTransactionRow>().Single().ToView()
        );
}
