using System.Security.Cryptography;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Identity;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing;

/// <summary>Starts payments: what is to be paid comes from the account, the address to pay at from the provider.</summary>
[StatelessWorker, GrainType("payment-desk")]
internal sealed class PaymentDesk(
    KeptAnswers answers,
    OrderOpening opening,
    House house,
    RandomNumberGenerator chance
) : Grain, IPaymentDesk
{
    public async Task<PaymentView> TopUp(Money amount, Caller by, bool saveMethod = false)
    {
        if (await answers.Find<PaymentView>(by.Operation) is { } earlier)
            return earlier;
        await GrainFactory.AccountClosing(AccountId.Of(by.User.Value)).GuardOpen();
        if (amount < house.TopUpMin || amount > house.TopUpMax)
            throw BillingRefusals.TopUpOutOfRange(house.TopUpMin, house.TopUpMax);
        var person = await GrainFactory.User(by.User).BillingProfile();
        var payment = await GrainFactory
            .PaymentStarter()
            .Start(TopUpIntent(amount, person, by) with { Sequence = Sequence(saveMethod) });
        return await answers.Keep(by.Operation, payment);
    }

    public async Task<CheckoutResult> Pay(
        InvoiceId invoice,
        PaymentMethod method,
        Caller by,
        bool saveMethod = false
    )
    {
        var account = GrainFactory.Account(by.User);
        if (method == PaymentMethod.Guthaben)
            return await opening.Open(await account.PayFromBalance(invoice, by));
        if (method != PaymentMethod.Mollie)
            throw BillingRefusals.MethodUnavailable(method);
        if (await answers.Find<CheckoutResult>(by.Operation) is { } earlier)
            return earlier;
        var placed = await account.PrepareProviderPayment(invoice, by);
        return await opening.Offer(placed, saveMethod, by.Operation);
    }

    public static PaymentSequence Sequence(bool saveMethod) =>
        saveMethod ? PaymentSequence.First : PaymentSequence.Once;

    private PaymentIntent TopUpIntent(Money amount, BillingProfile person, Caller by)
    {
        var id = NewId.Of<PaymentId>(by.Operation, chance);
        return new PaymentIntent(
            id,
            AccountId.Of(by.User.Value),
            amount,
            PaymentPurpose.TopUp,
            null,
            $"{id} {house.Terms.Seller.Name}",
            person.Locale
        );
    }
}
