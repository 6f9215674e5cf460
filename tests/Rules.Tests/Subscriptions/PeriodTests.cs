using CsCheck;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Subscriptions;
using Elizon.Services;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Subscriptions;

/// <summary>Periods on the house's calendar.</summary>
public sealed class PeriodTests
{
    private static readonly House House = new(Options.Create(new BillingOptions()));

    [Theory]
    [InlineData("2027-03-27T01:30:00Z", 1, "2027-03-28T01:30:00Z")]
    [InlineData("2026-10-24T00:30:00Z", 1, "2026-10-25T00:30:00Z")]
    [InlineData("2026-03-01T12:00:00Z", 30, "2026-03-31T11:00:00Z")]
    [InlineData("2026-10-01T12:00:00Z", 30, "2026-10-31T13:00:00Z")]
    [InlineData("2028-02-28T09:00:00Z", 1, "2028-02-29T09:00:00Z")]
    [InlineData("2027-03-01T09:00:00Z", 365, "2028-02-29T09:00:00Z")]
    public void A_period_ends_at_its_time_of_day(string from, int days, string until)
    {
        var state = Begin(DateTimeOffset.Parse(from, null), days);
        Assert.Equal(DateTimeOffset.Parse(until, null), state.PaidUntil);
    }

    [Fact]
    public void A_time_that_daylight_saving_skips_comes_back_on_the_next_day()
    {
        // 02:30 does not exist on 28 March 2027 in Berlin.
        var state = Begin(DateTimeOffset.Parse("2027-03-27T01:30:00Z", null), 1);
        var next = Renewing.Paid(state, state.PaidDay.AddDays(1), House);
        Assert.Equal(DateTimeOffset.Parse("2027-03-29T00:30:00Z", null), next.PaidUntil);
    }

    [Fact]
    public void Any_row_of_periods_has_no_gap_and_no_overlap() =>
        Gen.Select(Gen.Long[0, 20L * 365 * 86_400], Gen.Int[1, 365].Array[1, 30])
            .Sample(
                (seconds, cycles) =>
                {
                    var state = Begin(
                        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds),
                        cycles[0]
                    );
                    foreach (var cycle in cycles.Skip(1))
                    {
                        var next = Renewing.Paid(state, state.PaidDay.AddDays(cycle), House);
                        Assert.Equal(state.PaidUntil, next.PeriodStart);
                        Assert.Equal(state.Period + 1, next.Period);
                        var days = (next.PaidUntil - next.PeriodStart).TotalDays;
                        Assert.InRange(days, cycle - 0.05, cycle + 0.05);
                        state = next;
                    }
                }
            );

    [Fact]
    public void The_invoice_comes_a_week_before_and_at_most_half_a_cycle()
    {
        Assert.Equal(23, LeadOf(30));
        Assert.Equal(4, LeadOf(7));
    }

    [Fact]
    public void A_period_that_a_debit_pays_is_billed_so_early_that_notice_and_bank_are_through()
    {
        var state = Begin(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero), 30);
        var byCard = state.RenewAt;
        state = Renewing.Collected(state, new CollectionChanged(true), House)!.Next;
        Assert.Equal(state.PaidUntil.AddDays(-19), state.RenewAt);
        Assert.Null(Renewing.Collected(state, new CollectionChanged(true), House));

        var byHand = Changing.Autopay(state, false, null, House, Contract.By).Next;
        Assert.Equal(byCard, byHand.RenewAt);
        state = Renewing.Collected(state, new CollectionChanged(false), House)!.Next;
        Assert.Equal(byCard, state.RenewAt);
    }

    [Fact]
    public void A_policy_that_leaves_an_invoice_open_for_ever_is_a_fault()
    {
        Assert.NotNull(DunningPolicy.Fault([new DunningStage { Days = 1, Deed = "Remind" }]));
        Assert.NotNull(
            DunningPolicy.Fault([
                new DunningStage { Days = 5, Deed = "Suspend" },
                new DunningStage { Days = 5, Deed = "Terminate" },
            ])
        );
        Assert.Null(DunningPolicy.Fault([new DunningStage { Days = 0, Deed = "Terminate" }]));
    }

    private static int LeadOf(int cycle)
    {
        var from = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        return (int)(Begin(from, cycle).RenewAt - from).TotalDays;
    }

    private static SubscriptionState Begin(DateTimeOffset at, int cycle)
    {
        var plan = new ServicePlan(
            ProviderId.Of("panel-1"),
            "pterodactyl",
            LocationId.Of("fra"),
            "Frankfurt",
            null,
            null,
            null,
            [],
            1,
            1,
            1,
            0,
            500,
            0,
            1,
            0
        );
        var order = new ServiceOrder(
            ServiceId.Of("service1"),
            UserId.Of("user1"),
            OrderId.Of("order1"),
            InvoiceId.Of("invoice1"),
            0,
            "world",
            ProductId.Of("minecraft-s"),
            "Minecraft S",
            cycle,
            new Money(999),
            plan,
            at
        );
        return Renewing
            .Begin(new SubscriptionState(), new SubscriptionBegan(order, at), House)!
            .Next;
    }
}
