using System.Text;
using Elizon.Grains.Banking.Camt;

namespace Elizon.Rules.Tests.Banking;

public sealed class CamtReaderTests
{
    [Theory]
    [InlineData("02")]
    [InlineData("08")]
    public void A_transfer_reads_the_same_in_both_versions(string version)
    {
        var statement = One(
            new CamtFile(version)
            {
                Entries =
                [
                    new(25m)
                    {
                        Texts = ["Guthaben ", "aufladen"],
                        Structured = "RF89ELZ0001234",
                        EndToEnd = "E2E-1",
                    },
                ],
            }
        );
        Assert.Empty(statement.Faults);
        Assert.Equal(CamtFile.House, statement.Iban);
        Assert.Equal(new Money(12_500), statement.Closing);
        var t = Assert.Single(statement.Transactions);
        Assert.Equal(
            new BankTransaction(
                t.Id,
                new Money(2500),
                new DateOnly(2026, 11, 24),
                new DateOnly(2026, 11, 24),
                "E2E-1",
                "BANK-1",
                "Erika Müller",
                CamtFile.Payer,
                "Guthaben \naufladen",
                "RF89ELZ0001234",
                null
            ),
            t
        );
    }

    [Theory]
    [InlineData("02")]
    [InlineData("08")]
    public void A_batch_is_read_part_by_part(string version)
    {
        var statement = One(
            new CamtFile(version)
            {
                Entries =
                [
                    new(30m)
                    {
                        Parts = [new(10m) { Reference = "P1" }, new(20m) { Reference = "P2" }],
                    },
                ],
            }
        );
        Assert.Empty(statement.Faults);
        Assert.Equal([1000, 2000], statement.Transactions.Select(t => t.Amount.Cents));
        Assert.Equal(2, statement.Transactions.DistinctBy(t => t.Id).Count());
    }

    [Fact]
    public void A_batch_whose_parts_do_not_sum_to_it_is_a_fault() =>
        Assert.Contains(
            "batch",
            One(new CamtFile { Entries = [new(30m) { Parts = [new(10m), new(19m)] }] }).Faults[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void Pending_entries_are_counted_and_left_out()
    {
        var statement = One(
            new CamtFile { Entries = [new(5m), new(7m) { Status = "PDNG", Reference = "B2" }] }
        );
        Assert.Empty(statement.Faults);
        Assert.Equal(1, statement.Pending);
        Assert.Equal([500], statement.Transactions.Select(t => t.Amount.Cents));
    }

    [Fact]
    public void Debits_are_negative_and_returns_carry_their_reason()
    {
        var statement = One(
            new CamtFile
            {
                Entries =
                [
                    new(5m)
                    {
                        Credit = false,
                        Return = "AC04",
                        EndToEnd = "E1",
                    },
                ],
            }
        );
        var t = Assert.Single(statement.Transactions);
        Assert.Equal((new Money(-500), "AC04", "E1"), (t.Amount, t.ReturnReason, t.EndToEndId));
    }

    [Fact]
    public void Balances_that_do_not_add_up_are_a_fault() =>
        Assert.Contains(
            "do not add up",
            One(new CamtFile { Closing = 106m, Entries = [new(5m)] }).Faults[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void Another_currency_is_a_fault() =>
        Assert.Contains(
            "USD",
            One(new CamtFile { Entries = [new(5m) { Currency = "USD" }] }).Faults[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void The_same_file_gives_the_same_ids()
    {
        var file = new CamtFile { Entries = [new(5m), new(5m) { Reference = null }] };
        Assert.Equal(
            One(file).Transactions.Select(t => t.Id),
            One(file).Transactions.Select(t => t.Id)
        );
        Assert.Equal(One(file).Id, One(file).Id);
    }

    [Fact]
    public void Another_statement_tells_the_same_entry_under_the_same_id() =>
        Assert.Equal(
            One(new CamtFile { Entries = [new(5m)] }).Transactions[0].Id,
            One(new CamtFile("02") { Number = "week 48", Entries = [new(5m)] }).Transactions[0].Id
        );

    [Fact]
    public void Two_equal_transfers_without_reference_are_two() =>
        Assert.Equal(
            2,
            One(
                new CamtFile
                {
                    Entries = [new(5m) { Reference = null }, new(5m) { Reference = "NONREF" }],
                }
            )
                .Transactions.DistinctBy(t => t.Id)
                .Count()
        );

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.08\"/>")]
    [InlineData(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
    )]
    public void What_is_no_statement_is_refused(string text) =>
        Assert.Throws<CamtFormatException>(() =>
            CamtReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))
        );

    [Fact]
    public void Entities_are_never_followed()
    {
        var text = new CamtFile { Entries = [new(5m)] }
            .ToText()
            .Replace(
                "<Document",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document",
                StringComparison.Ordinal
            );
        Assert.Throws<CamtFormatException>(() =>
            CamtReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))
        );
    }

    private static BankStatement One(CamtFile file) =>
        Assert.Single(CamtReader.Read(file.ToStream()));
}
