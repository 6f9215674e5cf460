using Elizon.Banking;
using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

public sealed class ClosingTests
{
    private const string Iban = "DE02120300000000202051";
    private static readonly ClosingFacts Nothing = new();
    private static readonly ClosingRequest WithIban = new(Iban, "Erika Mustermann", true);
    private static readonly ClosingRequest WithoutIban = new(null, null, true);

    /// <summary>Ten euros, 150 points, a saved method and a rule that tops up below five.</summary>
    private static AccountState Full
    {
        get
        {
            var state = new AccountState
            {
                Balance = new Money(1000),
                SavedMethod = new SavedMethod(MandateId.Of("mdt_1"), "creditcard", "M-1"),
                Points = new PointsState().With(new PointLot("gift", 150, Samples.Now.AddDays(30))),
            };
            return TopUpRules.Create(
                state,
                new AutoTopUpId("rule"),
                new AutoTopUpTerms(new Money(500), new Money(2500), null),
                "de",
                Samples.House,
                Samples.Now
            );
        }
    }

    private static AccountState Empty => new();

    public static TheoryData<string> Keys =>
        new(
            "account.balanceNegative",
            "account.ordersWait",
            "account.invoicesOpen",
            "account.contractsRun",
            "account.undelivered",
            "account.servicesRun",
            "account.moneyMoves"
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_is_open_keeps_an_account_open(string key)
    {
        var (state, facts) = With(key);
        var refused = Assert.Throws<Refusal>(() => Close(state, WithIban, facts));
        Assert.Equal((RefusalKind.Conflict, key), (refused.Kind, refused.Key));
        var told = Assert.Single(ClosingRules.ToView(state, facts, Samples.Now).Obstacles);
        Assert.Equal(new ClosingObstacle(key, refused.Message), told);
    }

    [Fact]
    public void A_refusal_names_the_first_obstacle_and_says_all_of_them()
    {
        var (state, _) = With("account.ordersWait");
        var refused = Assert.Throws<Refusal>(() =>
            Close(state, WithIban, new ClosingFacts(Contracts: 1, MoneyMoves: true))
        );
        Assert.Equal("account.ordersWait", refused.Key);
        Assert.Equal(3, refused.ValidationErrors.Length);
    }

    [Fact]
    public void A_top_up_that_never_reported_an_end_is_no_obstacle_for_ever()
    {
        var (state, _) = With("account.moneyMoves", inFacts: false);
        Assert.NotEmpty(ClosingRules.Obstacles(state, Nothing, Samples.Now));
        Assert.Empty(ClosingRules.Obstacles(state, Nothing, Samples.Now.AddDays(30)));
    }

    [Fact]
    public void The_whole_balance_leaves_and_all_that_could_collect_ends_before_it()
    {
        var change = Close(Full, WithIban)!;
        var closed = change.Next;
        Assert.Equal(Money.Zero, closed.Balance);
        Assert.Equal(
            new ClosedAccount(Samples.Now)
            {
                Payout = new OrderedPayout(
                    PayoutId.Of("p1"),
                    new Money(1000),
                    "DE02…2051",
                    Samples.Now
                ),
            },
            Json.Read<AccountState>(Json.Write(closed)).Closed
        );
        Assert.Null(closed.SavedMethod);
        Assert.Equal(
            (false, TopUps.AccountClosed, null),
            (closed.TopUps.Rule!.Enabled, closed.TopUps.Rule.OffReason, closed.TopUps.UnderWay)
        );
        Assert.Equal(
            [new Money(-1000), new Money(1000)],
            Rows<LedgerRow>(change).Select(r => r.Amount)
        );
        Assert.Equal(
            (Iban, new Money(1000), "Erika Mustermann"),
            Message<PayoutOrdered>(change) is { } order
                ? (order.PayeeIban, order.Amount, order.Holder)
                : default
        );
        Assert.NotNull(Message<GiveUpMandates>(change));
        // A top-up of 25 euros would be collected from somebody who leaves.
        Assert.Null(Message<CollectPayment>(change));
    }

    [Fact]
    public void Points_end_as_if_their_time_were_over()
    {
        var change = Close(Full, WithIban)!;
        var row = Assert.Single(Rows<PointRow>(change));
        Assert.Equal((PointsReason.Expired, -150), (row.Reason, row.Points));
        Assert.Empty(change.Next.Points.Lots);
    }

    [Fact]
    public void The_mail_names_the_amount_and_the_account_in_part()
    {
        var mail = Message<SendMail>(Close(Full, WithIban)!)!;
        Assert.Equal(
            ("account-closed", "10.00", "DE02…2051"),
            (mail.Template, mail.Values["amount"], mail.Values["to"])
        );
        var audit = Rows<AuditRow>(Close(Full, WithIban)!);
        Assert.Equal(["payout.requested", "account.closed"], audit.Select(r => r.Action));
        Assert.DoesNotContain(
            audit.SelectMany(r => r.Details!.Values),
            v => v.Contains(Iban, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_balance_needs_an_account_to_go_to_and_no_balance_needs_none()
    {
        Assert.Equal(
            RefusalKind.Invalid,
            Assert.Throws<Refusal>(() => Close(Full, WithoutIban)).Kind
        );
        Assert.Equal(
            RefusalKind.Invalid,
            Assert.Throws<Refusal>(() => Close(Full, WithIban with { Holder = null })).Kind
        );
        var change = Close(Empty, WithoutIban)!;
        Assert.Equal(new ClosedAccount(Samples.Now), change.Next.Closed);
        Assert.Null(Message<PayoutOrdered>(change));
        Assert.Equal("", Message<SendMail>(change)!.Values["to"]);
    }

    [Fact]
    public void Closing_again_without_money_changes_nothing()
    {
        var closed = Close(Full, WithIban)!.Next;
        Assert.Null(Close(closed, WithoutIban));
    }

    [Fact]
    public void Money_that_came_to_a_closed_account_is_paid_out_again()
    {
        var late = Close(Full, WithIban)!.Next with { Balance = new Money(700) };
        var later = Samples.Now.AddDays(3);
        var change = ClosingRules.Close(
            late,
            Samples.Account,
            PayoutId.Of("p2"),
            WithIban,
            Nothing,
            Samples.By(),
            Samples.House,
            later
        )!;
        Assert.Equal(
            (Samples.Now, PayoutId.Of("p2"), new Money(700)),
            (
                change.Next.Closed!.Since,
                change.Next.Closed.Payout!.Id,
                change.Next.Closed.Payout.Amount
            )
        );
        Assert.Null(Message<GiveUpMandates>(change));
        Assert.Equal("account.paidOut", Rows<AuditRow>(change)[^1].Action);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_owner_of_a_closed_account_hears_of_a_payout_that_came_back(bool closed)
    {
        var state = closed ? Close(Full, WithIban)!.Next : Empty;
        var change = BalancePayouts.Failed(
            state,
            Samples.Account,
            new PayoutFailed(PayoutId.Of("p1"), new Money(1000), true, "AC04"),
            Samples.Now
        );
        Assert.Equal(new Money(1000), change.Next.Balance);
        Assert.Equal(closed ? "payout-returned" : null, Message<SendMail>(change)?.Template);
    }

    [Fact]
    public void A_closed_account_refuses_orders_and_rules()
    {
        var closed = Close(Full, WithIban)!.Next;
        var order = Samples.Order(PaymentMethod.Mollie);
        var rule = closed.TopUps.Rule!.Id;
        Assert.Equal(
            ["account.closed", "account.closed", "account.closed"],
            new Action[]
            {
                () => Ordering.Guard(closed, order, null, Samples.House),
                () =>
                    TopUpRules.Create(
                        closed,
                        rule,
                        new AutoTopUpTerms(new Money(500), new Money(2500), null),
                        "de",
                        Samples.House,
                        Samples.Now
                    ),
                () =>
                    TopUpRules.Update(
                        closed,
                        rule,
                        new AutoTopUpChange(null, null, null, true),
                        Samples.House
                    ),
            }.Select(a => Assert.Throws<Refusal>(a).Key)
        );
        Assert.Null(TopUpRules.Delete(closed, rule).TopUps.Rule);
    }

    [Fact]
    public void Opening_again_leaves_the_money_where_it_is_and_lets_orders_in()
    {
        var closed = Close(Full, WithIban)!.Next;
        var change = ClosingRules.Reopen(closed, Samples.Account, Samples.By())!;
        Assert.Equal((null, Money.Zero), (change.Next.Closed, change.Next.Balance));
        Assert.False(change.Next.TopUps.Rule!.Enabled);
        Assert.NotNull(Message<KeepMandates>(change));
        Assert.Equal("account.reopened", Assert.Single(Rows<AuditRow>(change)).Action);
        Ordering.Guard(change.Next, Samples.Order(PaymentMethod.Mollie), null, Samples.House);
        Assert.Null(ClosingRules.Reopen(change.Next, Samples.Account, Samples.By()));
    }

    [Fact]
    public void What_staff_closed_staff_opens_again()
    {
        var staff = Samples.By() with { Kind = CallerKind.Staff };
        var closed = Close(Full, WithIban, by: staff)!.Next;
        Assert.True(ClosingRules.ToView(closed, Nothing, Samples.Now).ByStaff);
        Assert.Equal(
            "account.closedByStaff",
            Assert
                .Throws<Refusal>(() => ClosingRules.Reopen(closed, Samples.Account, Samples.By()))
                .Key
        );

        var late = closed with { Balance = new Money(300) };
        var again = Close(late, WithIban)!.Next;
        Assert.True(again.Closed!.ByStaff);
        Assert.Null(ClosingRules.Reopen(again, Samples.Account, staff)!.Next.Closed);
        Assert.False(
            ClosingRules.ToView(Close(Full, WithIban)!.Next, Nothing, Samples.Now).ByStaff
        );
    }

    [Fact]
    public void The_view_says_what_would_happen_and_then_how_the_payout_stands()
    {
        var open = ClosingRules.ToView(Full, Nothing, Samples.Now);
        Assert.Equal(
            (ClosingStatus.Open, new Money(1000), 150, null, null),
            (open.Status, open.Balance, open.Points, open.ClosedAt, open.Payout)
        );
        var state = Close(Full, WithIban)!.Next;
        var asked = ClosingRules.ToView(state, Nothing, Samples.Now);
        Assert.Equal((0, PayoutStatus.Requested), (asked.Points, asked.Payout!.Status));
        var back = ClosingRules.ToView(
            state,
            new ClosingFacts(Payout: PayoutStatus.Returned, PayoutReason: "AC04"),
            Samples.Now
        );
        Assert.Equal(
            (ClosingStatus.Closed, PayoutStatus.Returned, "AC04"),
            (back.Status, back.Payout!.Status, back.Payout.Reason)
        );
    }

    private static (AccountState State, ClosingFacts Facts) With(string key, bool inFacts = true) =>
        key switch
        {
            "account.balanceNegative" => (Empty with { Balance = new Money(-1) }, Nothing),
            "account.ordersWait" => (
                Ordering.PlaceDraft(Empty, Samples.Order(PaymentMethod.Mollie), Samples.House).Next,
                Nothing
            ),
            "account.invoicesOpen" => (
                Paying
                    .Put(
                        new Change<AccountState>(Empty),
                        new OpenInvoice(
                            InvoiceId.Of("inv1"),
                            ServiceId.Of("service1"),
                            2,
                            ProductId.Of("minecraft-2g"),
                            "world",
                            new Money(999),
                            Samples.Now,
                            Autopay: true
                        )
                    )
                    .Next,
                Nothing
            ),
            "account.undelivered" => (
                Ordering
                    .PlacePaid(
                        Empty with
                        {
                            Balance = new Money(999),
                        },
                        Samples.Order(),
                        Samples.House,
                        Samples.Now
                    )
                    .Change.Next,
                Nothing
            ),
            "account.contractsRun" => (Full, new ClosingFacts(Contracts: 1)),
            "account.servicesRun" => (Full, new ClosingFacts(Services: 1)),
            "account.moneyMoves" when inFacts => (Full, new ClosingFacts(MoneyMoves: true)),
            _ => (
                Empty with
                {
                    TopUps = new AutoTopUpState
                    {
                        UnderWay = new TopUpUnderWay(
                            PaymentId.Of("p1"),
                            new Money(2500),
                            Samples.Now
                        ),
                    },
                },
                Nothing
            ),
        };

    private static Change<AccountState>? Close(
        AccountState state,
        ClosingRequest request,
        ClosingFacts? facts = null,
        Caller? by = null
    ) =>
        ClosingRules.Close(
            state,
            Samples.Account,
            PayoutId.Of("p1"),
            request,
            facts ?? Nothing,
            by ?? Samples.By(),
            Samples.House,
            Samples.Now
        );

    private static TRow[] Rows<TRow>(Change<AccountState> change)
        where TRow : Row => [.. change.Rows.Select(r => r.Row).OfType<TRow>()];

    private static TMessage? Message<TMessage>(Change<AccountState> change)
        where TMessage : Message =>
        change.Messages.Select(m => m.Message).OfType<TMessage>().SingleOrDefault();
}
