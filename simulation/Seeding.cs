using Elizon.Catalog;
using Elizon.Fixtures;
using Elizon.Grains.Identity;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments.Payers;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Identity;
using Elizon.Payments;
using Elizon.Services;
using Elizon.Simulation.Outside;

namespace Elizon.Simulation;

/// <summary>People, their payment methods and contracts, there before the clock starts.</summary>
internal sealed class Seeding(IGrainFactory grains, SimulatedMail mail, TimeProvider clock)
{
    /// <summary>Behind every id that the outbox gives in a run.</summary>
    private static long _delivery = 1_000_000_000_000;

    public async Task Register(Customer customer)
    {
        await grains
            .GetGrain<IUserControl>(customer.Id.Value)
            .Register(
                new RegistrationFacts(
                    customer.Id,
                    customer.Email,
                    "no password fits",
                    new Profile(
                        "Erika",
                        $"Muster {customer.Id}",
                        AccountType.Private,
                        null,
                        null,
                        "Hauptstraße 1",
                        "10115",
                        "Musterstadt",
                        customer.Country,
                        null,
                        customer.Country is "DE" or "AT" ? "de" : "en"
                    ),
                    "v1",
                    SessionId.Of($"session-of-{customer.Id}"),
                    false
                ),
                new Visitor("127.0.0.1", "simulation"),
                null
            );
    }

    /// <summary>Confirms the address with the code that the first mail brought, and begins the contract.</summary>
    public async Task Begin(Customer customer)
    {
        var code = mail.First(customer.Email)
            .Split([' ', '\n'])
            .Last(w => w.Length == 6 && w.All(char.IsAsciiDigit));
        await grains.User(customer.Id).VerifyAccount(code, By(customer));
        if (customer.Pays is Pays.Card or Pays.DirectDebit)
            await Mandate(customer);
        await Tell(
            grains,
            GrainId.Create("subscription", customer.Service.Value),
            new SubscriptionBegan(Order(customer), customer.Began)
        );
    }

    public Caller By(Customer customer) =>
        new(
            customer.Id,
            CallerKind.Session,
            "session/simulation",
            Permission.None,
            clock.GetUtcNow()
        );

    /// <summary>Hands a message over as the outbox would.</summary>
    public static Task Tell(IGrainFactory grains, GrainId target, Message message) =>
        grains
            .GetGrain<IInbox>(target)
            .Receive(
                new Delivery(
                    Interlocked.Increment(ref _delivery),
                    "simulation/x",
                    MessageTypes.NameOf(message.GetType()),
                    Json.Write(message, message.GetType())
                )
            );

    private async Task Mandate(Customer customer)
    {
        var payer = grains.GetGrain<IPayerInside>(customer.Id.Value);
        await payer.Begin("test");
        await payer.Made("test", $"cst_{customer.Id}");
        var isDebit = customer.Pays == Pays.DirectDebit;
        await payer.Observed(
            "test",
            [
                new ProviderMandate(
                    MandateId.Of($"{(isDebit ? "mdt_debit" : "mdt_card")}_{customer.Id}"),
                    isDebit ? "directdebit" : "creditcard",
                    MandateStatus.Valid,
                    "····",
                    isDebit ? $"M-{customer.Id}" : null,
                    clock.GetUtcNow()
                ),
            ]
        );
    }

    private static ServiceOrder Order(Customer customer) =>
        new(
            customer.Service,
            customer.Id,
            NewId.Derived<OrderId>(customer.Id.Value),
            NewId.Derived<InvoiceId>($"{customer.Id}/order"),
            0,
            "world",
            ProductId.Of("minecraft-2g"),
            "Minecraft 2 GB",
            customer.Cycle,
            customer.Price,
            PlanSamples.Small,
            customer.Began,
            customer.Price,
            customer.Discount,
            customer.Price
        );
}
