using System.Security.Cryptography;
using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments.Payers;

/// <summary>Where customers see, add and remove the methods that money is collected by.</summary>
[StatelessWorker, GrainType("payment-methods")]
internal sealed class PaymentMethods(
    PayerBook payers,
    IPayers provider,
    House house,
    RandomNumberGenerator chance,
    [Wall] TimeProvider wall
) : Grain, IPaymentMethods
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8.5);

    public async Task<PaymentMethodView[]> List(Caller by)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        return Views(await payers.Mandates(AccountOf(by), patience.Token));
    }

    public async Task<AddedMethod> Add(NewMethod method, Caller by)
    {
        await GrainFactory.AccountClosing(AccountOf(by)).GuardOpen();
        return method.Kind == SavableMethod.DirectDebit
            ? await AddAccount(method, by)
            : await Prove(method.Kind, by);
    }

    public async Task Remove(MandateId method, Caller by)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        var payer = await payers.Of(AccountOf(by)).Standing(payers.World);
        if (
            payer.Customer is not { } customer
            || !Array.Exists(payer.Mandates, m => m.Id == method)
        )
            throw CommonRefusals.NotFound("payment method");
        if (!(await provider.Revoke(customer, method, patience.Token)).IsDone)
            throw PaymentRefusals.NotReachable();
        await payers
            .Of(AccountOf(by))
            .Observed(
                payers.World,
                [
                    .. payer.Mandates.Select(m =>
                        m.Id == method ? m with { Status = MandateStatus.Invalid } : m
                    ),
                ]
            );
    }

    public async Task<PaymentMethodView> Choose(MandateId method, Caller by) =>
        Views(await payers.Of(AccountOf(by)).Choose(payers.World, method))
            .First(m => m.Id == method);

    private async Task<AddedMethod> AddAccount(NewMethod method, Caller by)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        var account = AccountOf(by);
        if (string.IsNullOrWhiteSpace(method.Holder) || !Iban.TryParse(method.Iban, out var iban))
            throw CommonRefusals.Invalid("A direct debit needs 'holder' and a valid 'iban'.");
        var customer = await payers.Customer(account, patience.Token);
        if (!customer.IsDone)
            throw PaymentRefusals.NotReachable();
        var reference = Identity(by);
        var made = await provider.AddDirectDebit(
            customer.Value!,
            new NewDirectDebit(method.Holder, iban.Value, reference, reference),
            patience.Token
        );
        if (made is { Kind: OutcomeKind.Refused, For: RefusedFor.Invalid })
            throw PaymentRefusals.MethodRefused();
        if (!made.IsDone)
            throw PaymentRefusals.NotReachable();
        var saved = Views(await payers.Mandates(account, patience.Token));
        return new AddedMethod(Array.Find(saved, m => m.Id == made.Value!.Id), null);
    }

    private async Task<AddedMethod> Prove(SavableMethod kind, Caller by)
    {
        var person = await GrainFactory.User(by.User).BillingProfile();
        var id = PaymentId.Of(Identity(by));
        return new AddedMethod(
            null,
            await GrainFactory
                .PaymentStarter()
                .Start(
                    new PaymentIntent(
                        id,
                        AccountOf(by),
                        Money.Zero,
                        PaymentPurpose.SavedMethod,
                        null,
                        $"{id} {house.Terms.Seller.Name}",
                        person.Locale
                    )
                    {
                        Sequence = PaymentSequence.First,
                        Method = kind == SavableMethod.Paypal ? "paypal" : "creditcard",
                    }
                )
        );
    }

    /// <summary>The same operation saves the same method once.</summary>
    private string Identity(Caller by) =>
        (
            by.Operation is { } operation
                ? NewId.Derived<PaymentId>($"{operation.Key}\n{operation.BodyHash}\nmethod")
                : NewId.Random<PaymentId>(chance)
        ).Value;

    private static AccountId AccountOf(Caller by) => AccountId.Of(by.User.Value);

    private static PaymentMethodView[] Views(PayerStanding payer) =>
        [
            .. payer
                .Mandates.Where(m => m.Status != MandateStatus.Invalid)
                .OrderByDescending(m => m.CreatedAt)
                .Select(m => new PaymentMethodView(
                    m.Id,
                    m.Kind,
                    m.Status.ToString().ToUpperInvariant(),
                    m.Label,
                    m.Reference,
                    m.Id == payer.Chosen,
                    m.CreatedAt
                )),
        ];
}
