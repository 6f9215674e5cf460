using Elizon.Billing;
using Elizon.Grains.Billing.Orders;

namespace Elizon.Rules.Tests.Billing;

/// <summary>How long an order waits for its payment.</summary>
public sealed class DraftTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Draft _draft = Draft.Of(
        Samples.Order(PaymentMethod.Mollie),
        Samples.House.Terms
    );

    [Fact]
    public void Without_a_payment_it_lapses_when_it_can_be_paid_no_more() =>
        Assert.Equal(Samples.Now + Samples.House.Terms.DraftLife, _draft.LapsesAt);

    [Fact]
    public void With_a_payment_in_flight_it_waits_for_it_up_to_the_limit() =>
        Assert.Equal(Samples.Now + Samples.House.Terms.DraftLimit, _draft.WithPayment().LapsesAt);

    [Fact]
    public void A_payment_that_ended_early_leaves_the_time_there_was()
    {
        var ended = _draft.WithPayment().WithoutPayment(Samples.Now);
        Assert.Null(ended.Payment);
        Assert.Equal((1, _draft.PayableUntil), (ended.Attempt, ended.PayableUntil));
    }

    [Fact]
    public void One_that_ended_late_leaves_an_hour_to_try_again()
    {
        var late = _draft.PayableUntil + Hour;
        Assert.Equal(late + Hour, _draft.WithPayment().WithoutPayment(late).PayableUntil);
    }

    [Fact]
    public void But_never_beyond_the_limit()
    {
        var last = _draft.GiveUpAt - Hour / 2;
        Assert.Equal(_draft.GiveUpAt, _draft.WithPayment().WithoutPayment(last).PayableUntil);
    }

    [Fact]
    public void Each_try_is_another_payment()
    {
        var first = _draft.WithPayment();
        Assert.Equal(first.Payment, first.WithPayment().Payment);
        Assert.NotEqual(first.Payment, first.WithoutPayment(Samples.Now).WithPayment().Payment);
    }
}
