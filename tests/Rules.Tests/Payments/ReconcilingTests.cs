using Elizon.Grains.Payments;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Payments;

public sealed class ReconcilingTests
{
    private static OurPayment Our(string status = "Paid", long refunded = 0) =>
        new("tr_1", new PaymentId("p1"), status, new Money(5000), new Money(refunded), Money.Zero);

    private static ProviderPayment Their(
        string id = "tr_1",
        ProviderPaymentStatus status = ProviderPaymentStatus.Paid,
        long cents = 5000,
        string? intent = "p1"
    ) =>
        new(
            id,
            status,
            new Money(cents),
            true,
            "ideal",
            null,
            null,
            intent is null ? null : new PaymentId(intent),
            1
        );

    private static PaymentDifferenceKind[] Kinds(OurPayment[] ours, ProviderPayment[] theirs) =>
        [.. Reconciling.Compare(ours, theirs).Select(d => d.Kind)];

    [Fact]
    public void The_same_books_do_not_differ() => Assert.Empty(Kinds([Our()], [Their()]));

    [Fact]
    public void A_status_that_was_missed_is_found() =>
        Assert.Equal([PaymentDifferenceKind.OtherStatus], Kinds([Our("Open")], [Their()]));

    [Fact]
    public void Another_amount_is_found() =>
        Assert.Equal([PaymentDifferenceKind.OtherAmount], Kinds([Our()], [Their(cents: 4999)]));

    [Fact]
    public void Another_currency_is_another_amount() =>
        Assert.Equal(
            [PaymentDifferenceKind.OtherAmount],
            Kinds([Our()], [Their() with { Euros = false }])
        );

    [Fact]
    public void Money_back_that_was_missed_is_found() =>
        Assert.Equal(
            [PaymentDifferenceKind.OtherMoneyBack],
            Kinds([Our()], [Their() with { ChargedBack = new Money(5000) }])
        );

    [Fact]
    public void What_one_side_lacks_is_found() =>
        Assert.Equal(
            [PaymentDifferenceKind.UnknownHere, PaymentDifferenceKind.MissingThere],
            Kinds([Our()], [Their("tr_2", intent: "p2")])
        );

    [Fact]
    public void A_payment_that_is_not_ours_is_foreign() =>
        Assert.Equal([PaymentDifferenceKind.Foreign], Kinds([], [Their("tr_2", intent: null)]));
}
