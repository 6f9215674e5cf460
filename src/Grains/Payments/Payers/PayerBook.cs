using Elizon.Grains.Providers;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Grains.Payments.Payers;

/// <summary>Makes a customer known at the payment provider, once per world, and finds what to collect by.</summary>
internal sealed class PayerBook(IPayments payments, IPayers payers, IGrainFactory grains)
{
    public string World => payments.World;

    public IPayerInside Of(AccountId account) => grains.GetGrain<IPayerInside>(account.Value);

    /// <summary>
    /// The payment with its payer and mandate, ready to be made. Refused(Missing): there is no mandate to collect by.
    /// </summary>
    public async Task<Outcome<NewProviderPayment>> Ready(
        NewProviderPayment order,
        AccountId account,
        CancellationToken cancellation = default
    )
    {
        if (order.Sequence == PaymentSequence.Once)
            return Outcome<NewProviderPayment>.Done(order);
        if (order.Sequence == PaymentSequence.Recurring)
            return await WithMandate(order, account, cancellation);
        var customer = await Customer(account, cancellation);
        return customer.IsDone
            ? Outcome<NewProviderPayment>.Done(order with { Customer = customer.Value })
            : customer.As<NewProviderPayment>();
    }

    /// <summary>The provider's id of the customer, who is made known there if need be; a lost answer is looked up first.</summary>
    public async Task<Outcome<string>> Customer(
        AccountId account,
        CancellationToken cancellation = default
    )
    {
        var payer = await Of(account).Begin(World);
        if (payer is { Customer: null, MayCreate: false })
        {
            var found = await payers.Find(account, payer.CreatingSince!.Value, cancellation);
            if (!found.IsDone)
                return found.As<string>();
            payer = found.Value is [var first, ..]
                ? await Of(account).Made(World, first)
                : await Of(account).NotFound(World, payer.Create);
        }
        return payer.Customer is { } known
            ? Outcome<string>.Done(known)
            : await Create(account, payer.Key, cancellation);
    }

    /// <summary>Reads the mandates; what was last seen when the provider cannot be reached.</summary>
    public async Task<PayerStanding> Mandates(
        AccountId account,
        CancellationToken cancellation = default
    )
    {
        var payer = await Of(account).Standing(World);
        return
            payer.Customer is { } customer
            && await payers.Mandates(customer, cancellation)
                is { IsDone: true, Value: { } mandates }
            ? await Of(account).Observed(World, mandates)
            : payer;
    }

    /// <summary>Revokes what is left. What the provider does not answer for is still there, and is tried again.</summary>
    public async Task GiveUp(AccountId account, PayerStanding payer)
    {
        var left = new List<ProviderMandate>();
        foreach (var mandate in payer.Mandates)
            left.Add(
                mandate.Status != MandateStatus.Invalid
                && (await payers.Revoke(payer.Customer!, mandate.Id)).IsDone
                    ? mandate with
                    {
                        Status = MandateStatus.Invalid,
                    }
                    : mandate
            );
        await Of(account).Observed(World, [.. left]);
    }

    private async Task<Outcome<NewProviderPayment>> WithMandate(
        NewProviderPayment order,
        AccountId account,
        CancellationToken cancellation
    )
    {
        var payer = await Of(account).Standing(World);
        if (payer.Customer is not null && payer.Chosen is null)
            payer = await Mandates(account, cancellation);
        return payer.Customer is { } customer && (order.Mandate ?? payer.Chosen) is { } mandate
            ? Outcome<NewProviderPayment>.Done(
                order with
                {
                    Customer = customer,
                    Mandate = mandate,
                }
            )
            : Outcome<NewProviderPayment>.Refused(RefusedFor.Missing, "No mandate.");
    }

    private async Task<Outcome<string>> Create(
        AccountId account,
        string key,
        CancellationToken cancellation
    )
    {
        var person = await grains.User(UserId.Of(account.Value)).BillingProfile();
        var made = await payers.Create(
            new NewPayer(
                account,
                $"{person.FirstName} {person.LastName}",
                person.Email,
                person.Locale,
                key
            ),
            cancellation
        );
        return made is { IsDone: true, Value: { } customer }
            ? Outcome<string>.Done((await Of(account).Made(World, customer)).Customer!)
            : made;
    }
}
