using Elizon.Catalog;
using Elizon.Declarations;
using Elizon.Grains.Billing;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Identity;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Subscriptions;

/// <summary>What a declaration that nobody signed in for may do to a contract.</summary>
public sealed class DeclaredEndTests
{
    private static readonly DateTimeOffset Start = Services.Samples.Start;
    private static readonly House House = new(Options.Create(new BillingOptions()));

    [Theory]
    [InlineData(DeclarationKind.Cancellation, CancellationType.Ordinary, false, 0, true)]
    [InlineData(DeclarationKind.Cancellation, CancellationType.Extraordinary, true, 0, false)]
    [InlineData(DeclarationKind.Withdrawal, CancellationType.Ordinary, true, 14, true)]
    [InlineData(DeclarationKind.Withdrawal, CancellationType.Ordinary, true, 15, false)]
    [InlineData(DeclarationKind.Withdrawal, CancellationType.Ordinary, false, 1, false)]
    public void What_cannot_be_taken_back_needs_more(
        DeclarationKind kind,
        CancellationType type,
        bool byStaff,
        int days,
        bool carriedOut
    )
    {
        var wish = Wish(kind) with
        {
            Type = type,
            ByStaff = byStaff,
            ReceivedAt = Start.AddDays(days),
        };
        Assert.Equal(
            carriedOut,
            DeclaredEnds.Doubt(Contract(), wish, AccountType.Private, House) is null
        );
    }

    [Fact]
    public void A_business_and_another_customer_are_staffs_to_judge()
    {
        var wish = Wish(DeclarationKind.Withdrawal);
        Assert.NotNull(DeclaredEnds.Doubt(Contract(), wish, AccountType.Business, House));
        Assert.NotNull(
            DeclaredEnds.Doubt(
                Contract(),
                wish with
                {
                    Customer = new UserId("other"),
                },
                AccountType.Private,
                House
            )
        );
    }

    [Fact]
    public void A_later_day_ends_the_contract_on_it_and_the_last_period_costs_its_days()
    {
        var contract = Contract();
        var day = contract.PaidDay.AddDays(10);
        var (change, at) = DeclaredEnds.Cancel(
            contract,
            Wish(DeclarationKind.Cancellation) with
            {
                EndsOn = day,
            },
            House,
            Caller.System(Start),
            Start
        );
        Assert.Equal(House.At(day, contract.At), at);
        var bill = SubscriptionPrices.Bill(change.Next, atOnce: false, "de");
        Assert.Equal((10, new Money(167)), (bill.Cycle, bill.Price));

        var last = Renewing
            .Billed(
                change.Next,
                bill,
                new Grains.Billing.Renewals.RenewalBilled(bill.Invoice, bill.Price, true),
                House
            )
            .Next;
        Assert.Equal((day, true, at), (last.PaidDay, last.CancelAtEnd, last.DueAt!.Value));
    }

    [Fact]
    public void A_withdrawal_ends_now_and_tells_the_account_what_was_used()
    {
        var change = DeclaredEnds.Withdraw(
            Contract(),
            House,
            Caller.System(Start),
            Start.AddDays(3)
        );
        Assert.Equal(Start.AddDays(3), change.Next.EndedAt);
        Assert.Equal(
            (3, 30),
            Assert.Single(change.Messages.Select(m => m.Message).OfType<ContractWithdrawn>())
                is var told
                ? (told.Used, told.Days)
                : default
        );
        Assert.Single(change.Messages.Select(m => m.Message).OfType<ServiceContractEnded>());
    }

    [Fact]
    public void A_withdrawal_takes_the_changes_of_size_with_it_and_those_first()
    {
        var size = new ChargedChange(
            new InvoiceId("size"),
            Contract().PaidDay.AddDays(-20),
            Contract().PaidDay
        );
        var change = DeclaredEnds.Withdraw(
            Contract() with
            {
                ChargedChanges = [size],
            },
            House,
            Caller.System(Start),
            Start.AddDays(13)
        );
        var told = change.Messages.Select(m => m.Message).ToArray();
        var sizes = Assert.Single(told.OfType<SizeChangeWithdrawn>());
        Assert.Equal((size.Invoice, 3, 20), (sizes.Invoice, sizes.Used, sizes.Days));
        Assert.True(
            Array.IndexOf(told, sizes)
                < Array.IndexOf(told, told.OfType<ContractWithdrawn>().Single())
        );
    }

    [Fact]
    public void An_add_ons_contract_ends_with_the_withdrawal_whichever_it_hears_of_first()
    {
        var at = Start.AddDays(5);
        var addOn = AddOn();
        var ended = DeclaredEnds.WithdrawAddOn(addOn, new BaseWithdrawn(at), House)!;
        Assert.Equal(at, ended.Next.EndedAt);
        AssertGivesBack(ended, 5, 12, at);

        var gone = Renewing.ServiceGone(addOn, new ServiceEnded(at.AddSeconds(2)))!.Next;
        var after = DeclaredEnds.WithdrawAddOn(gone, new BaseWithdrawn(at), House)!;
        Assert.Equal(gone, after.Next);
        AssertGivesBack(after, 5, 12, at);
    }

    [Fact]
    public void An_add_on_that_had_ended_before_or_never_began_gives_nothing_back()
    {
        var at = Start.AddDays(5);
        var gone = Renewing.ServiceGone(AddOn(), new ServiceEnded(at.AddSeconds(-2)))!.Next;
        Assert.Null(DeclaredEnds.WithdrawAddOn(gone, new BaseWithdrawn(at), House));
        Assert.Null(
            DeclaredEnds.WithdrawAddOn(new SubscriptionState(), new BaseWithdrawn(at), House)
        );
    }

    private static void AssertGivesBack(
        Change<SubscriptionState> change,
        int used,
        int days,
        DateTimeOffset at
    )
    {
        var told = Assert.Single(
            change.Messages.Select(m => m.Message).OfType<ContractWithdrawn>()
        );
        Assert.Equal((used, days, at), (told.Used, told.Days, told.At));
    }

    /// <summary>Added when twelve days of the service's period were left.</summary>
    private static SubscriptionState AddOn() =>
        Renewing
            .Begin(
                new SubscriptionState(),
                new SubscriptionBegan(
                    Services.Samples.Order with
                    {
                        Id = new ServiceId("addon"),
                        AddOn = new SoldAddOn(
                            Services.Samples.Order.Id,
                            AddOnKind.Address,
                            1,
                            new Money(300),
                            House.DayOf(Start).AddDays(12),
                            House.TimeOf(Start)
                        ),
                    },
                    Start
                ),
                House
            )!
            .Next;

    private static DeclaredWish Wish(DeclarationKind kind) =>
        new(
            new DeclarationId("d1"),
            kind,
            CancellationType.Ordinary,
            null,
            Services.Samples.Owner,
            true,
            Start
        );

    private static SubscriptionState Contract() =>
        Renewing
            .Begin(
                new SubscriptionState(),
                new SubscriptionBegan(Services.Samples.Order, Start),
                House
            )!
            .Next;
}
