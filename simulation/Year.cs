using System.Diagnostics;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Payments;
using Elizon.Simulation.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Simulation;

/// <summary>
/// A cluster with the real accounts, contracts, payments and mails on a real PostgreSQL, and a clock that goes from due
/// instant to due instant. Payments and mails end at doubles of the outside.
/// </summary>
internal sealed class Year : IAsyncDisposable
{
    private readonly SimulationOptions _options;
    private readonly StandingClock _clock;
    private readonly Agenda _agenda = new();
    private readonly ElizonCluster _cluster;
    private readonly OutboxDispatcher _outbox;
    private readonly WorkUnderWay _work;
    private readonly DueRun _due;
    private long _handedBack;

    private Year(
        SimulationOptions options,
        StandingClock clock,
        Agenda agenda,
        ElizonCluster cluster,
        WorkUnderWay work,
        SimulatedPayments payments,
        SimulatedMail mail
    )
    {
        (_options, _clock, _agenda, _cluster) = (options, clock, agenda, cluster);
        (Payments, Mail, _work) = (payments, mail, work);
        var silo = cluster.Silos.GetSiloServiceProvider();
        _outbox = silo.GetRequiredService<OutboxDispatcher>();
        _due = silo.GetRequiredService<DueRun>();
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Start.AddDays(_options.Days);

    public SimulatedPayments Payments { get; }

    public SimulatedMail Mail { get; }

    public ElizonCluster Cluster => _cluster;

    /// <summary>Instants at which the clock stopped.</summary>
    public int Stops { get; private set; }

    public static async Task<Year> Open(SimulationOptions options)
    {
        var clock = new StandingClock(Start);
        var draw = new Draw(options.Seed);
        var agenda = new Agenda();
        var work = new WorkUnderWay();
        var payments = new SimulatedPayments(options, draw, clock, agenda);
        var mail = new SimulatedMail(options, draw, clock);
        var cluster = await ElizonCluster.Start(services: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IPayments>(payments);
            services.AddSingleton<IPayers>(payments);
            services.AddSingleton<IMail>(mail);
            services.AddSingleton<IIncomingGrainCallFilter>(work);
            services.AddSingleton<IOutgoingGrainCallFilter>(work);
        });
        payments.Notice = id => cluster.Grains.PaymentNotices().Received(id);
        return new Year(options, clock, agenda, cluster, work, payments, mail);
    }

    /// <summary>Everybody is there with a contract before the clock starts.</summary>
    public async Task<Customer[]> Seed()
    {
        var draw = new Draw(_options.Seed);
        var people = new Seeding(_cluster.Grains, Mail, _clock);
        var lives = new Lives(_cluster.Grains, _options, draw, _clock, _agenda, Payments, people);
        var customers = Enumerable
            .Range(1, _options.Customers)
            .Select(nr => Customer.Of(nr, draw, Start, _options.Days))
            .ToArray();
        foreach (var some in customers.Chunk(64))
        {
            await Task.WhenAll(some.Select(people.Register));
            await Quiet();
            await Task.WhenAll(some.Select(people.Begin));
        }
        foreach (var customer in customers)
            lives.Plan(customer, Start);
        await Quiet();
        return customers;
    }

    /// <summary>Goes through the days.</summary>
    public async Task Run()
    {
        while (await Next() is { } next && next <= End)
        {
            if (next > _clock.GetUtcNow())
            {
                _clock.Set(next);
                Stops++;
            }
            if (await _agenda.Do(next))
                await Quiet();
            if (await _due.Round(CancellationToken.None))
                await Quiet();
        }
        _clock.Set(End);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private async Task<DateTimeOffset?> Next()
    {
        var due = await _due.Next();
        return _agenda.Next is { } planned && !(due < planned) ? planned : due;
    }

    private bool IsStill => _outbox.Pending + _work.Count == 0;

    /// <summary>
    /// No message under way and no worker before an answer. What a message failed with is sent again by the sweeper, and
    /// the table says so.
    /// </summary>
    private async Task Quiet()
    {
        while (!IsStill)
            await Task.Delay(1);
        if (_outbox.HandedBack == _handedBack)
            return;
        _handedBack = _outbox.HandedBack;
        await _due.Quiet(CancellationToken.None);
    }
}
