using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Money that staff gives and takes, up to its bounds.</summary>
public sealed class CreditTests
{
    private static readonly long Max = Samples.House.CreditMax.Cents;
    private static readonly string Longest = new('x', 500);

    public static TheoryData<long, string, string> Wrong =>
        new()
        {
            { 0, "why", "credit.outOfRange" },
            { -1, "why", "credit.outOfRange" },
            { Max + 1, "why", "credit.outOfRange" },
            { 1, "", "request.invalid" },
            { 1, " ", "request.invalid" },
            { 1, Longest + "x", "request.invalid" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_amount_or_reason_out_of_bounds_is_refused(long cents, string reason, string key)
    {
        Assert.Equal(key, Assert.Throws<Refusal>(() => Credit(cents, reason)).Key);
        Assert.Equal(key, Assert.Throws<Refusal>(() => Debit(Max + 1, cents, reason)).Key);
    }

    [Fact]
    public void The_least_and_the_most_are_given()
    {
        Assert.Equal(new Money(1), Credit(1, "y").Next.Balance);
        Assert.Equal(new Money(Max), Credit(Max, Longest).Next.Balance);
    }

    [Fact]
    public void The_least_and_the_most_are_taken_down_to_nothing()
    {
        Assert.Equal(new Money(4), Debit(5, 1, "y").Next.Balance);
        Assert.Equal(Money.Zero, Debit(Max, Max, Longest).Next.Balance);
    }

    [Fact]
    public void Nobody_is_taken_more_than_there_is() =>
        Assert.Equal("balance.tooLow", Assert.Throws<Refusal>(() => Debit(5, 6, "why")).Key);

    [Fact]
    public void Both_are_booked_against_the_house_and_audited_with_their_reason()
    {
        AssertBooked(Credit(700, "late"), 700, "balance.credited");
        AssertBooked(Debit(900, 700, "late"), -700, "balance.debited");
    }

    private static void AssertBooked(Change<AccountState> change, long cents, string action)
    {
        var entries = change.Rows.Select(r => r.Row).OfType<LedgerRow>().ToArray();
        Assert.Equal(Money.Zero, Money.Sum(entries.Select(e => e.Amount)));
        Assert.Equal(
            new Money(-cents),
            Assert.Single(entries, e => e.Ledger == LedgerName.Goodwill).Amount
        );
        var audit = Assert.Single(change.Rows.Select(r => r.Row).OfType<AuditRow>());
        Assert.Equal((action, "late"), (audit.Action, audit.Reason));
    }

    private static Change<AccountState> Credit(long cents, string reason) =>
        Credits.Credit(
            new AccountState(),
            Samples.Account,
            "c1",
            new Money(cents),
            reason,
            Samples.By(),
            Samples.House,
            Samples.Now
        );

    private static Change<AccountState> Debit(long balance, long cents, string reason) =>
        Credits.Debit(
            new AccountState { Balance = new Money(balance) },
            Samples.Account,
            "d1",
            new Money(cents),
            reason,
            Samples.By(),
            Samples.House,
            Samples.Now
        );
}
