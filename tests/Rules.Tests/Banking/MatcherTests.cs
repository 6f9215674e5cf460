using System.Collections.Immutable;
using Elizon.Banking;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Banking.Payouts;

namespace Elizon.Rules.Tests.Banking;

public sealed class MatcherTests
{
    private static readonly AccountId Ann = AccountId.Of("ann");
    private static readonly AccountId Bob = AccountId.Of("bob");
    private static readonly InvoiceId Bill = InvoiceId.Of("bill");
    private static readonly string Reference = PayerReference.Of(Ann);
    private static readonly string Spaced = PayerReference.InFours(Reference).ToLowerInvariant();

    private static readonly Candidates Known = new(
        new Dictionary<string, AccountId>
        {
            [Reference[4..]] = Ann,
            [PayerReference.Of(Bob)[4..]] = Bob,
        },
        new Dictionary<string, OpenThing> { ["RE-2026-000007"] = new(Bill, Ann, new Money(2500)) },
        new Dictionary<string, AccountId[]> { [CamtFile.Payer] = [Ann] },
        new Dictionary<AccountId, OpenThing[]> { [Ann] = [new(Bill, Ann, new Money(999))] },
        [new(BankTransactionId.Of("c1"), Ann, new Money(2500), "E1", CamtFile.Payer)],
        ImmutableDictionary<string, PayoutRow>.Empty
    );

    public static TheoryData<string[], string?> Texts =>
        new()
        {
            { [], Reference },
            { [Reference], null },
            { [Spaced], null },
            { [$"Guthaben {Spaced} danke"], null },
            { [$"Guthaben {Reference[..9]}", Reference[9..]], null },
            { [$"Hosting {PayerReference.InFours(Reference).Replace(' ', '-')}"], null },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_reference_is_found_however_it_is_written(string[] texts, string? structured) =>
        Assert.Equal(
            Match.To(MatchKind.Reference, Ann),
            Decide(new(25m) { Texts = texts, Structured = structured })
        );

    [Fact]
    public void The_short_form_is_enough() =>
        Assert.Equal(
            Match.To(MatchKind.ShortReference, Ann),
            Decide(new(25m) { Texts = [$"Hosting {Reference[4..].ToLowerInvariant()}"] })
        );

    [Fact]
    public void Wrong_check_digits_are_never_trusted()
    {
        var wrong = $"RF{(int.Parse(Reference[2..4], null) + 1) % 100:00}{Reference[4..]}";
        var match = Decide(new(25m) { Texts = [wrong], Iban = null });
        Assert.Equal(
            (BankTransactionStatus.Queued, Ann, "A reference with wrong check digits."),
            (match.Status, match.Account!.Value, match.Reason)
        );
    }

    [Fact]
    public void Two_customers_in_one_text_wait_for_staff() =>
        Assert.Equal(
            BankTransactionStatus.Queued,
            Decide(new(25m) { Texts = [Reference, PayerReference.Of(Bob)] }).Status
        );

    [Theory]
    [InlineData("Rechnung RE-2026-000007")]
    [InlineData("re 2026 000007")]
    [InlineData("RE2026000007 vom 1.11.2026")]
    public void The_number_of_an_open_invoice_is_found_with_its_exact_amount(string text) =>
        Assert.Equal(
            Match.To(MatchKind.InvoiceNumber, Ann, Bill),
            Decide(new(25m) { Texts = [text], Iban = null })
        );

    [Theory]
    [InlineData(24.99)]
    [InlineData(25.01)]
    public void With_another_amount_the_number_is_a_hint_for_staff(double amount)
    {
        var match = Decide(new((decimal)amount) { Texts = ["RE-2026-000007"], Iban = null });
        Assert.Equal((BankTransactionStatus.Queued, Ann), (match.Status, match.Account!.Value));
    }

    [Fact]
    public void The_reference_with_a_number_of_the_same_customer_names_the_invoice() =>
        Assert.Equal(
            Match.To(MatchKind.Reference, Ann, Bill),
            Decide(new(30m) { Texts = [Reference, " RE-2026-000007"] })
        );

    [Fact]
    public void Anothers_invoice_in_the_text_does_not_count() =>
        Assert.Equal(
            Match.To(MatchKind.Reference, Bob),
            Decide(new(30m) { Texts = [PayerReference.Of(Bob), " RE-2026-000007"] })
        );

    [Fact]
    public void A_known_payer_pays_the_one_open_thing_of_that_amount() =>
        Assert.Equal(
            Match.To(MatchKind.KnownPayer, Ann, Bill),
            Decide(new(9.99m) { Texts = ["Danke"] })
        );

    [Fact]
    public void A_known_payer_with_another_amount_waits_for_staff() =>
        Assert.Equal(BankTransactionStatus.Queued, Decide(new(10m) { Texts = ["Danke"] }).Status);

    [Fact]
    public void An_unknown_payer_waits_for_staff() =>
        Assert.Equal(
            Match.Queue("Nothing in it names a customer."),
            Decide(new(10m) { Texts = ["Danke"], Iban = null })
        );

    [Fact]
    public void A_return_finds_the_credit_it_takes_back() =>
        Assert.Equal(
            new Match(
                BankTransactionStatus.Matched,
                MatchKind.Return,
                Ann,
                Original: BankTransactionId.Of("c1")
            ),
            Decide(
                new(25m)
                {
                    Credit = false,
                    Return = "AC04",
                    EndToEnd = "E1",
                }
            )
        );

    [Fact]
    public void A_return_of_an_unknown_amount_waits_for_staff() =>
        Assert.Equal(
            BankTransactionStatus.Queued,
            Decide(
                new(24m)
                {
                    Credit = false,
                    Return = "AC04",
                    EndToEnd = "E1",
                }
            ).Status
        );

    [Fact]
    public void Fees_concern_nobody() =>
        Assert.Equal(
            BankTransactionStatus.Unrelated,
            Decide(new(3m) { Credit = false, Texts = ["Entgelt"] }).Status
        );

    private static Match Decide(CamtFile.Entry entry)
    {
        var t = CamtReader.Read(new CamtFile { Entries = [entry] }.ToStream())[0].Transactions[0];
        return Matcher.Decide(t, Mentions.Of(t, "RE"), Known);
    }
}
