using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Declarations;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;
using Elizon.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Elizon.Grains.Tests.Journeys;

/// <summary>
/// A customer alone in a cluster, over fake time, from the order on: the whole platform with doubles of panel, payments, mail
/// server and VAT register at its edges.
/// </summary>
internal sealed class Journey : IAsyncDisposable
{
    public static readonly ProductId Product = ProductId.Of("minecraft-2g");
    private readonly Story _story;
    private readonly DueRun _due;
    private readonly WorkUnderWay _work;

    private Journey(
        ElizonCluster cluster,
        PaymentsDouble payments,
        WorkUnderWay work,
        Customer customer
    )
    {
        (Cluster, Payments, Customer) = (cluster, payments, customer);
        _story = new Story(this);
        _work = work;
        _due = cluster.Silos.GetSiloServiceProvider().GetRequiredService<DueRun>();
    }

    public ElizonCluster Cluster { get; }

    public PaymentsDouble Payments { get; }

    public Customer Customer { get; }

    /// <summary>The server that was ordered.</summary>
    public ServiceId Service { get; private set; }

    public Caller By => Customer.Caller(Now);

    public DateTimeOffset Now => Cluster.Clock.GetUtcNow();

    public ISubscriptionGrain Contract => Cluster.Grains.Subscription(Service);

    /// <summary>A verified customer before a catalogue of one product at 9.99 for 30 days.</summary>
    public static async Task<Journey> Begin(
        string start,
        Func<Profile, Profile>? change = null,
        Action<VatRegister>? register = null
    )
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(start, null));
        var payments = new PaymentsDouble(clock);
        var work = new WorkUnderWay();
        var cluster = await ElizonCluster.Start(
            services: services =>
            {
                services.AddSingleton<IPayments>(payments);
                services.AddSingleton<IPayers>(payments);
                services.AddSingleton<IIncomingGrainCallFilter>(work);
                services.AddSingleton<IOutgoingGrainCallFilter>(work);
            },
            clock: clock
        );
        payments.Notice = id => cluster.Grains.PaymentNotices().Received(id);
        register?.Invoke(cluster.VatRegister);
        await cluster
            .Grains.CatalogAdmin()
            .Apply(Catalogue(), default, CatalogSamples.Staff(clock.GetUtcNow()));
        var journey = new Journey(cluster, payments, work, await cluster.Customer(change));
        await journey.Settle();
        return journey;
    }

    /// <summary>Pays in at the provider's page.</summary>
    public async Task TopUp(long cents, bool saveMethod = false)
    {
        await Cluster.Grains.PaymentDesk().TopUp(new Money(cents), By, saveMethod);
        await Payments.Pay(Payments.Last);
        await Settle();
    }

    /// <summary>A mandate over a bank account.</summary>
    public async Task AllowDirectDebit()
    {
        await Cluster
            .Grains.PaymentMethods()
            .Add(new(SavableMethod.DirectDebit, "Jörg Müller", "DE89370400440532013000"), By);
        await Settle();
    }

    /// <summary>Orders a server, paid from the balance, and has it delivered.</summary>
    public async Task Order(string? coupon = null, int cycle = 30)
    {
        var placed = await Buy(new CartItem(Product, cycle, Name: "world"), coupon);
        Service = placed.Services[0].Id;
        await Settle();
    }

    /// <summary>Another size, priced, ordered and made.</summary>
    public async Task Resize(int memory)
    {
        var quote = await Contract.QuoteChange(new ResourceWishes(Memory: memory), By);
        var order = new ChangeOrder(quote.Quote, false, false);
        if (quote.Type == ChangeKind.Upgrade)
            await Contract.Upgrade(order, By);
        else
            await Contract.Downgrade(order, By);
        await Settle();
    }

    /// <summary>A further address for the server, paid from the balance.</summary>
    public async Task AddAddress()
    {
        await Buy(new CartItem(Product, 30, AddOn: new CartAddOn(Service, AddOnKind.Address)));
        await Settle();
    }

    /// <summary>Withdraws from the contract on the public page; staff finds the contract.</summary>
    public async Task Withdraw()
    {
        var declared = await Cluster
            .Grains.DeclarationDesk()
            .Declare(
                new Declaration(
                    DeclarationKind.Withdrawal,
                    "Anna Muster",
                    Customer.Email,
                    Service.Value,
                    CancellationType.Ordinary,
                    null,
                    null,
                    "de"
                ),
                true,
                "192.0.2.7",
                By
            );
        await Settle();
        await Cluster
            .Grains.Declaration(declared.Id!.Value)
            .Match(Service, CatalogSamples.Staff(Now));
        await Settle();
    }

    /// <summary>Goes from due instant to due instant; routine looks at servers are made with what comes anyhow.</summary>
    public async Task GoTo(string until)
    {
        var end = DateTimeOffset.Parse(until, null);
        await Settle();
        while (await _due.Next() is { } next && next <= end)
        {
            if (next > Now)
                Cluster.Clock.SetUtcNow(next);
            await Settle();
        }
        Cluster.Clock.SetUtcNow(end);
    }

    /// <summary>Does what is due, and waits for all that follows from it.</summary>
    public async Task Settle()
    {
        for (var quiet = 0; quiet < 2; )
        {
            await _due.RunDue(CancellationToken.None, routine: false);
            await Cluster.Quiet();
            await ElizonCluster.Until(
                () => Task.FromResult(_work.Count == 0),
                "all workers come back"
            );
            quiet = await Still() ? quiet + 1 : 0;
        }
    }

    /// <summary>Everything that came of it since the last telling, no more and no less, with right books and nothing left to do.</summary>
    public async Task Tells(string expected)
    {
        await Settle();
        var story = string.Join('\n', await _story.Tell());
        Assert.True(story == expected.ReplaceLineEndings("\n"), $"It went like this:\n{story}");
        var audit = await Cluster.Grains.LedgerAuditor().Audit();
        Assert.True(audit.Clean, Json.Write(audit));
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private Task<CheckoutResult> Buy(CartItem item, string? coupon = null) =>
        Cluster
            .Grains.Checkout()
            .Checkout(
                new CheckoutOrder([item], PaymentMethod.Guthaben, new Consents(null, true), coupon),
                By
            );

    /// <summary>Nothing came of the last work that is to be done now.</summary>
    private async Task<bool> Still() =>
        !(await _due.Next() <= Now)
        && await Cluster.Scalar<long>("select count(*) from outbox") == 0;

    private static CatalogDocument Catalogue()
    {
        var sample = CatalogSamples.Document(
            CatalogSamples.Product(
                Product.Value,
                [new PriceEntry(30, new Money(999)), new PriceEntry(365, new Money(9_990))]
            )
        );
        return sample with
        {
            Providers = [sample.Providers[0] with { Id = LineDouble.Provider }],
            Products = [sample.Products[0] with { Provider = LineDouble.Provider }],
        };
    }
}
