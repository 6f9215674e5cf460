using CsCheck;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Coupons;
using Elizon.Payments;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Coupons;

/// <summary>A discounted order that is taken back piece by piece.</summary>
public sealed class CouponRefundTests
{
    [Fact]
    public void Of_an_order_that_is_taken_back_whole_nothing_is_left_but_the_money() =>
        Gen.Select(
                Gen.Long[1, 20_000].Array[1, 5],
                Gen.Int[1, 4],
                Gen.OneOf(
                    Gen.Int[1, 10_000].Select(p => CouponSamples.Percent(p / 100m)),
                    Gen.Long[1, 60_000].Select(c => CouponSamples.Amount(c))
                )
            )
            .Sample(
                (cents, quantity, coupon) =>
                {
                    var books = new Books();
                    Offer[] offers = [.. cents.Select(c => Samples.Offer(c, quantity))];
                    var order = Paid(books, coupon, offers);
                    foreach (var service in books.State.Undelivered.Keys.ToArray())
                        TakeBack(books, service);
                    Assert.Equal(order.Total, books.State.Balance);
                    Assert.Equal(Money.Zero, books.Booked(LedgerName.Revenue("DE", 19)));
                    Assert.Equal(Money.Zero, books.Booked(LedgerName.Vat("DE", 19)));
                    Assert.Equal(Money.Zero, books.Booked(LedgerName.Receivable));
                    Assert.Equal(
                        order.Discount,
                        Money.Sum(books.Messages.OfType<CouponReturned>().Select(r => r.Discount))
                    );
                    Assert.Empty(books.State.Points.Lots);
                },
                iter: 200
            );

    private static Order Paid(Books books, CouponTerms coupon, Offer[] offers)
    {
        var order = Ordering.Prepare(
            "op",
            Samples.Account,
            Samples.Request(PaymentMethod.Guthaben, offers) with
            {
                Coupon = coupon,
            },
            Samples.By(),
            Samples.House,
            Samples.Now
        );
        books.Commit(
            Settlement.Received(
                books.State,
                Samples.Account,
                new PaymentReceived(
                    PaymentId.Of("tr_1"),
                    PaymentPurpose.TopUp,
                    null,
                    order.Total,
                    "tr_1",
                    "ideal"
                ),
                Samples.Buyer(),
                Samples.House,
                Samples.Now
            )
        );
        books.Commit(Ordering.PlacePaid(books.State, order, Samples.House, Samples.Now).Change);
        return order;
    }

    private static void TakeBack(Books books, ServiceId service)
    {
        var unit = books.State.Undelivered[service];
        books.Commit(
            Deliveries.Undelivered(
                books.State,
                Samples.Account,
                new ServiceUndelivered(service, unit.Invoice, unit.Line, "no room"),
                books.Corrected(unit.Invoice),
                Samples.House,
                Samples.Now
            )
        );
    }
}
