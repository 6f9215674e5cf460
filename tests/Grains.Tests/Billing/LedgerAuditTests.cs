using Elizon.Billing;

namespace Elizon.Grains.Tests.Billing;

/// <summary>Each kind of damage is found, and nothing else is blamed for it. Every test mends what it broke.</summary>
public sealed class LedgerAuditTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task Sound_books_are_clean()
    {
        await Sell("sound");
        var audit = await Audit();
        Assert.True(audit.Clean);
        Assert.True(audit.Entries >= 7);
        Assert.Equal(Money.Zero, audit.Sum);
    }

    [Fact]
    public async Task A_movement_with_one_side_only_is_found()
    {
        await Damage(
            "insert into ledger_entry (at, account, effect, side, ledger, amount, reason) values ('2026-01-01', 'nobody', 'half/1', 0, 'goodwill', 5, 'x')",
            "delete from ledger_entry where effect = 'half/1'",
            audit =>
            {
                Assert.Equal(["half/1"], audit.UnbalancedEffects);
                Assert.Equal(new Money(5), audit.Sum);
                Assert.Empty(audit.WrongBalances);
            }
        );
    }

    [Fact]
    public async Task A_balance_that_is_not_the_sum_of_its_entries_is_found()
    {
        await Sell("skewed");
        await Damage(
            "update aggregate set state = jsonb_set(state, '{balance}', '1.23') where kind = 'account' and id = 'skewed'",
            "update aggregate set state = jsonb_set(state, '{balance}', '40.01') where kind = 'account' and id = 'skewed'",
            audit => Assert.Equal(["skewed"], audit.WrongBalances)
        );
    }

    [Fact]
    public async Task A_changed_document_breaks_its_hash()
    {
        var number = await Sell("forged");
        await Damage(
            $"update invoice_document set content = replace(content, 'Berlin', 'Bremen') where number = '{number}'",
            $"update invoice_document set content = replace(content, 'Bremen', 'Berlin') where number = '{number}'",
            audit => Assert.Equal([number], audit.BrokenDocuments)
        );
    }

    [Fact]
    public async Task A_forged_link_breaks_the_chain_there_and_after_it()
    {
        var number = await Sell("link");
        var next = await Sell("link2");
        await Damage(
            $"create table kept as select chain_hash from invoice_document where number = '{number}'; update invoice_document set chain_hash = sha256('x') where number = '{number}'",
            $"update invoice_document set chain_hash = (select chain_hash from kept) where number = '{number}'; drop table kept",
            audit => Assert.Equal([number, next], audit.BrokenDocuments)
        );
    }

    [Fact]
    public async Task A_hole_in_the_numbers_is_found()
    {
        await Sell("hole");
        await Damage(
            "update document_series set last = last + 1",
            "update document_series set last = last - 1",
            audit => Assert.Equal(["RE-2026"], audit.NumberGaps)
        );
    }

    [Fact]
    public async Task A_paid_invoice_without_the_money_is_found()
    {
        await TopUp("unpaid", 5000);
        var invoice = (await Pay("unpaid", 999)).Invoice;
        await Damage(
            $"create table kept as select * from ledger_entry where effect = 'invoice/{invoice.Id}/settled'; delete from ledger_entry where effect = 'invoice/{invoice.Id}/settled'",
            "insert into ledger_entry (at, account, effect, side, ledger, amount, reason, invoice) select at, account, effect, side, ledger, amount, reason, invoice from kept; drop table kept",
            audit =>
            {
                Assert.Equal([invoice.Id.Value], audit.UnsettledDocuments);
                Assert.Equal(["unpaid"], audit.WrongBalances);
            }
        );
    }

    [Fact]
    public async Task A_day_that_two_invoices_charge_is_found()
    {
        var first = await Sold("twice");
        var second = await Sold("twice");
        await Damage(
            $"""
            insert into renewal_invoice (invoice, account, service, period, issue, product, name, from_day, until_day, due_at)
            values ('{first}', 'twice', 'charged-twice', 1, 0, 'p', 'n', '2026-01-01', '2026-01-31', now()),
              ('{second}', 'twice', 'charged-twice', 2, 0, 'p', 'n', '2026-01-30', '2026-03-01', now())
            """,
            "delete from renewal_invoice where service = 'charged-twice'",
            audit => Assert.Equal(["charged-twice"], audit.OverlappingPeriods)
        );
    }

    [Fact]
    public async Task An_audit_of_what_is_new_looks_only_behind_the_last_clean_one()
    {
        var old = await Sell("checked");
        Assert.True((await Audit()).Clean);
        var fresh = await Sell("unchecked");
        await Damage(
            $"update invoice_document set content = content || ' ' where number in ('{old}', '{fresh}')",
            $"update invoice_document set content = rtrim(content) where number in ('{old}', '{fresh}')",
            audit => Assert.Equal([fresh], audit.BrokenDocuments),
            full: false
        );
        Assert.True((await Audit(full: false)).Clean);
    }

    private async Task<InvoiceId> Sold(string user)
    {
        await TopUp(user, 5000, Guid.NewGuid().ToString("N"));
        return (await Pay(user, 999)).Invoice.Id;
    }

    private async Task<string> Sell(string user)
    {
        await TopUp(user, 5000);
        return (await Pay(user, 999)).Invoice.Number!;
    }

    private Task<LedgerAudit> Audit(bool full = true) => Cluster.Grains.LedgerAuditor().Audit(full);

    /// <summary>As somebody would who may switch triggers off.</summary>
    private async Task Damage(string sql, string mend, Action<LedgerAudit> check, bool full = true)
    {
        await Execute(sql);
        try
        {
            check(await Audit(full));
        }
        finally
        {
            await Execute(mend);
        }
    }

    private async Task Execute(string sql)
    {
        await using var command = Cluster.Database.CreateCommand(
            $"begin; set local session_replication_role = replica; {sql}; commit"
        );
        await command.ExecuteNonQueryAsync();
    }
}
