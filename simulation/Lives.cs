using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Identity;
using Elizon.Payments;
using Elizon.Simulation.Outside;
using Elizon.Subscriptions;

namespace Elizon.Simulation;

/// <summary>Plans what customers do by themselves over the days.</summary>
internal sealed class Lives(
    IGrainFactory grains,
    SimulationOptions options,
    Draw draw,
    TimeProvider clock,
    Agenda agenda,
    SimulatedPayments payments,
    Seeding people
)
{
    private const int TopUpDays = 90;
    private int _refused;

    /// <summary>What people asked for in vain, such as cancelling what had ended.</summary>
    public int Refused => _refused;

    public void Plan(Customer customer, DateTimeOffset start)
    {
        var at = start - TimeSpan.FromHours((start - customer.Began).TotalHours % 24);
        if (customer.Pays == Pays.Balance)
            PlanTopUps(customer, at);
        else if (customer.Pays == Pays.Transfer)
            PlanTransfers(customer);
        if (customer.Event is not (LifeEvent.None or LifeEvent.StopsPaying))
            PlanEvent(customer, at.AddDays(customer.EventDay));
    }

    private void PlanTopUps(Customer customer, DateTimeOffset at)
    {
        for (var day = 0; day <= options.Days; day += TopUpDays)
        {
            var forgotten = draw.Happens(4 * options.Faults, $"{customer.Id}/forgets/{day}");
            var on = day + (forgotten && day > 0 ? 24 : 0);
            if (customer.Event == LifeEvent.StopsPaying && on >= customer.EventDay)
                return;
            var key = $"{customer.Id}/topup/{day}";
            Do(customer, at.AddDays(on), () => TopUp(customer, key));
        }
    }

    /// <summary>Enough for what is open and for the next three periods.</summary>
    private async Task TopUp(Customer customer, string key)
    {
        var open = Money.Sum((await Open(customer)).Select(i => i.Total));
        var intent = new PaymentIntent(
            NewId.Derived<PaymentId>(key),
            AccountId.Of(customer.Id.Value),
            open + customer.Price * (TopUpDays / customer.Cycle + 1),
            PaymentPurpose.TopUp,
            null,
            "Guthaben",
            "de"
        );
        await grains.PaymentStarter().Start(intent);
        await payments.Pay($"tr_{intent.Id}_1");
    }

    /// <summary>One transfer per period, some days before or behind its begin; with a fault so late that the service stands still.</summary>
    private void PlanTransfers(Customer customer)
    {
        for (var day = customer.Cycle; day <= options.Days + 30; day += customer.Cycle)
        {
            var late = draw.Happens(2 * options.Faults, $"{customer.Id}/late/{day}");
            var on = day + (late ? 5 : draw.Pick(5, $"{customer.Id}/pays/{day}") - 3);
            if (customer.Event == LifeEvent.StopsPaying && on >= customer.EventDay)
                return;
            Do(customer, customer.Began.AddDays(on), () => Transfer(customer, $"{on}"));
        }
    }

    private async Task Transfer(Customer customer, string key)
    {
        foreach (var invoice in await Open(customer))
            await Seeding.Tell(
                grains,
                GrainId.Create("account", customer.Id.Value),
                new TransferReceived(
                    NewId.Derived<BankTransactionId>($"{customer.Id}/{invoice.Id}/{key}"),
                    invoice.Total,
                    invoice.Id
                )
            );
    }

    private async Task<InvoiceView[]> Open(Customer customer) =>
        [
            .. (
                await grains
                    .InvoiceReader()
                    .List(AccountId.Of(customer.Id.Value), null, OffsetRequest.Of(0, 5))
            ).Items.Where(i => i.Status is InvoiceStatus.Open or InvoiceStatus.Overdue),
        ];

    private void PlanEvent(Customer customer, DateTimeOffset at)
    {
        var contract = grains.Subscription(customer.Service);
        switch (customer.Event)
        {
            case LifeEvent.CancelsAtEnd:
                Do(customer, at, () => contract.Cancel(false, people.By(customer)));
                break;
            case LifeEvent.CancelsAndTakesBack:
                Do(customer, at, () => contract.Cancel(false, people.By(customer)));
                Do(customer, at.AddDays(3), () => contract.Reactivate(people.By(customer)));
                break;
            case LifeEvent.CancelsAtOnce:
                Do(customer, at, () => contract.Cancel(true, people.By(customer)));
                break;
            case LifeEvent.TakesLoyalty:
                Do(
                    customer,
                    at,
                    () => contract.Extend(SubscriptionOffer.Loyalty, people.By(customer))
                );
                break;
            case LifeEvent.TakesBonus:
                Do(
                    customer,
                    at,
                    () => contract.Extend(SubscriptionOffer.Bonus, people.By(customer))
                );
                break;
            case LifeEvent.PointsFirst:
                Do(customer, at, () => contract.SetAutopay(null, true, people.By(customer)));
                break;
            case LifeEvent.PriceRises:
                Do(customer, at, () => Rise(customer, contract));
                break;
        }
    }

    private Task Rise(Customer customer, ISubscriptionGrain contract)
    {
        var now = clock.GetUtcNow();
        return contract.ChangePrice(
            customer.Price + new Money(200),
            DateOnly.FromDateTime(now.UtcDateTime).AddDays(45),
            new Caller(
                UserId.Of("staff"),
                CallerKind.Staff,
                "session/staff",
                Permission.None,
                now,
                null,
                "new prices"
            )
        );
    }

    private void Do(Customer customer, DateTimeOffset at, Func<Task> act) =>
        agenda.Plan(
            at,
            customer.Id.Value,
            async () =>
            {
                try
                {
                    await act();
                }
                catch (Refusal)
                {
                    Interlocked.Increment(ref _refused);
                }
            }
        );
}
