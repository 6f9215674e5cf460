using System.Collections.Immutable;
using Elizon.Banking;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Outbox;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Banking;

public sealed class StatementImportTests
{
    private static readonly BankAccountId House = BankAccountId.Of(CamtFile.House);
    private static readonly AccountId Ann = AccountId.Of("ann");

    private static readonly CamtFile.Entry FromAnn = new(25m)
    {
        Structured = PayerReference.Of(Ann),
        EndToEnd = "E1",
    };

    [Fact]
    public void A_matched_transfer_is_told_to_its_account_and_kept()
    {
        var import = Take(new CamtFile { Entries = [FromAnn] });
        var row = Assert.Single(import.Change.Rows.Select(r => r.Row).OfType<BankTransactionRow>());
        Assert.Equal(
            new Outgoing(Address.Of(Ann), new TransferReceived(row.Id, new Money(2500), null)),
            Assert.Single(import.Change.Messages)
        );
        Assert.Equal((1, 0, false), (import.View.Matched, import.View.Queued, import.View.Gap));
    }

    [Fact]
    public void A_credit_that_comes_back_in_the_same_statement_is_taken_back()
    {
        var import = Take(
            new CamtFile
            {
                Entries =
                [
                    FromAnn,
                    new(25m)
                    {
                        Credit = false,
                        Return = "AC04",
                        EndToEnd = "E1",
                        Reference = "B2",
                    },
                ],
            }
        );
        Assert.Equal(
            [typeof(TransferReceived), typeof(TransferReturned)],
            import.Change.Messages.Select(m => m.Message.GetType())
        );
        var returned = (TransferReturned)import.Change.Messages[1].Message;
        Assert.Equal(
            ((TransferReceived)import.Change.Messages[0].Message).Transfer,
            returned.Transfer
        );
        Assert.Equal((new Money(2500), "AC04"), (returned.Amount, returned.Reason));
    }

    [Fact]
    public void What_was_told_before_is_left_out()
    {
        var statement = Read(new CamtFile { Entries = [FromAnn] });
        Assert.Empty(StatementImport.Fresh(statement, null, Ids(statement)));
    }

    [Fact]
    public void An_equal_transfer_without_reference_is_new_where_the_balances_go_on()
    {
        var first = Read(new CamtFile { Entries = [FromAnn with { Reference = null }] });
        var second = Read(
            new CamtFile
            {
                Number = "2",
                Opening = 125,
                Entries = [FromAnn with { Reference = null }],
            }
        );
        Assert.Equal(first.Transactions[0].Id, second.Transactions[0].Id);
        var end = new StatementEnd(first.Closing, first.ClosingOn);
        Assert.Single(StatementImport.Fresh(second, end, Ids(first)));
        // The same days again begin with another balance.
        Assert.Empty(
            StatementImport.Fresh(
                Read(new CamtFile { Number = "2", Entries = [FromAnn with { Reference = null }] }),
                end,
                Ids(first)
            )
        );
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_gap_is_where_the_balances_do_not_meet(int opening, bool gap) =>
        Assert.Equal(
            gap,
            Take(
                new CamtFile { Opening = opening, Entries = [FromAnn] },
                new StatementEnd(new Money(10_000), new DateOnly(2026, 11, 23))
            ).View.Gap
        );

    [Fact]
    public void A_payout_is_done_by_its_debit_and_returned_by_its_return()
    {
        var payout = Payout(PayoutStatus.Exported);
        var import = Take(
            new CamtFile
            {
                Entries =
                [
                    new(40m)
                    {
                        Credit = false,
                        EndToEnd = "pay1",
                        Reference = "B1",
                    },
                    new(40m)
                    {
                        Return = "AC01",
                        EndToEnd = "pay1",
                        Reference = "B2",
                    },
                ],
            },
            payouts: payout
        );
        Assert.Equal(
            [
                new PayoutDone(payout.Id, new Money(4000)),
                new PayoutFailed(payout.Id, new Money(4000), true, "AC01"),
            ],
            import.Change.Messages.Select(m => m.Message)
        );
        Assert.Equal(
            [PayoutStatus.Done, PayoutStatus.Returned],
            import.Change.Rows.Select(r => r.Row).OfType<PayoutRow>().Select(p => p.Status)
        );
    }

    [Fact]
    public void A_debit_of_another_amount_than_the_payout_waits_for_staff() =>
        Assert.Equal(
            1,
            Take(
                new CamtFile { Entries = [new(41m) { Credit = false, EndToEnd = "pay1" }] },
                payouts: Payout(PayoutStatus.Exported)
            ).View.Queued
        );

    internal static PayoutRow Payout(PayoutStatus status, string id = "pay1") =>
        new(
            PayoutId.Of(id),
            House,
            Ann,
            null,
            "Jörg Müller & Söhne",
            CamtFile.Payer,
            new Money(4000),
            "Guthaben",
            status,
            status == PayoutStatus.Requested ? null : PayoutFileId.Of("file1"),
            Samples.Now,
            "staff",
            null,
            null
        );

    private static BankStatement Read(CamtFile file) => CamtReader.Read(file.ToStream())[0];

    private static HashSet<BankTransactionId> Ids(BankStatement statement) =>
        [.. statement.Transactions.Select(t => t.Id)];

    private static Import Take(
        CamtFile file,
        StatementEnd? latest = null,
        params PayoutRow[] payouts
    )
    {
        var statement = Read(file);
        Assert.Empty(statement.Faults);
        return StatementImport.Take(
            new BankAccountState(),
            House,
            statement,
            statement.Transactions,
            latest,
            t => Mentions.Of(t, "RE"),
            new Candidates(
                new Dictionary<string, AccountId> { [PayerReference.Of(Ann)[4..]] = Ann },
                new Dictionary<string, OpenThing>(),
                new Dictionary<string, AccountId[]>(),
                new Dictionary<AccountId, OpenThing[]>(),
                [],
                payouts.ToImmutableDictionary(p => p.Id.Value)
            ),
            Caller.System(Samples.Now),
            Samples.Now
        );
    }
}
