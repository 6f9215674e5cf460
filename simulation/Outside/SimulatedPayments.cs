using System.Collections.Concurrent;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Simulation.Outside;

/// <summary>
/// The payment provider of a simulation: cards answer at once, direct debits take three days, some of them fail or are
/// charged back. What becomes of a payment is drawn by its intent, so that no order of calls changes it.
/// </summary>
internal sealed class SimulatedPayments(
    SimulationOptions options,
    Draw draw,
    TimeProvider clock,
    Agenda agenda
) : IPayments, IPayers
{
    private static readonly TimeSpan DebitTakes = TimeSpan.FromDays(3);
    private static readonly TimeSpan ChargebackAfter = TimeSpan.FromDays(12);
    private readonly ConcurrentDictionary<string, ProviderPayment> _payments = new();

    public string World => "test";

    public Uri Notices { get; } = new("http://127.0.0.1:9/notices");

    /// <summary>Where notices go; set once the cluster is there.</summary>
    public Func<string, Task> Notice { get; set; } = _ => Task.CompletedTask;

    public int Made => _payments.Count;

    public Task<Outcome<ProviderPayment>> Create(
        NewProviderPayment order,
        CancellationToken cancellation = default
    )
    {
        var id = $"tr_{order.Intent.Value}_{order.Attempt}";
        var made = _payments.GetOrAdd(id, _ => New(id, order));
        return Done(made);
    }

    public Task<Outcome<ProviderPayment>> Read(
        string id,
        CancellationToken cancellation = default
    ) =>
        _payments.TryGetValue(id, out var payment)
            ? Done(payment)
            : Task.FromResult(Outcome<ProviderPayment>.Refused(RefusedFor.Missing, "no payment"));

    public Task<Outcome<ProviderPayment[]>> FindByIntent(
        PaymentId intent,
        DateTimeOffset since,
        CancellationToken cancellation = default
    ) => Done(_payments.Values.Where(p => p.Intent == intent).ToArray());

    public Task<Outcome<ProviderRefund>> Refund(NewProviderRefund refund) =>
        Task.FromResult(Outcome<ProviderRefund>.Refused(RefusedFor.Invalid, "no refunds here"));

    public Task<Outcome<ProviderPayment[]>> List(
        DateTimeOffset from,
        DateTimeOffset to,
        string? cursor,
        CancellationToken cancellation = default
    ) => Done(_payments.Values.Where(p => p.CreatedAt >= from && p.CreatedAt < to).ToArray());

    public Task<Outcome<Nothing>> Greet(CancellationToken cancellation = default) =>
        Done(default(Nothing));

    public Task<Outcome<string>> Create(NewPayer payer, CancellationToken cancellation = default) =>
        Done($"cst_{payer.Account}");

    public Task<Outcome<string[]>> Find(
        AccountId account,
        DateTimeOffset since,
        CancellationToken cancellation = default
    ) => Done<string[]>([$"cst_{account}"]);

    public Task<Outcome<ProviderMandate[]>> Mandates(
        string payer,
        CancellationToken cancellation = default
    ) => Done<ProviderMandate[]>([]);

    public Task<Outcome<ProviderMandate>> AddDirectDebit(
        string payer,
        NewDirectDebit debit,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException("Mandates are there before the clock starts.");

    public Task<Outcome<Nothing>> Revoke(
        string payer,
        MandateId mandate,
        CancellationToken cancellation = default
    ) => Done(default(Nothing));

    /// <summary>The payer pays at the page of a payment that waits for it.</summary>
    public Task Pay(string id)
    {
        Change(id, p => p with { Status = ProviderPaymentStatus.Paid, Method = "ideal" });
        return Notice(id);
    }

    private ProviderPayment New(string id, NewProviderPayment order)
    {
        var payment = new ProviderPayment(
            id,
            ProviderPaymentStatus.Open,
            order.Amount,
            Euros: true,
            null,
            $"https://pay.example/{id}",
            clock.GetUtcNow().AddDays(1),
            order.Intent,
            order.Attempt
        )
        {
            CreatedAt = clock.GetUtcNow(),
        };
        if (order.Sequence != PaymentSequence.Recurring)
            return payment;
        return order.Mandate!.Value.Value.StartsWith("mdt_debit", StringComparison.Ordinal)
            ? Debited(payment)
            : Charged(payment);
    }

    private ProviderPayment Charged(ProviderPayment payment) =>
        Fails(payment)
            ? payment with
            {
                Method = "creditcard",
                Status = ProviderPaymentStatus.Failed,
                Reason = "insufficient_funds",
            }
            : payment with
            {
                Method = "creditcard",
                Status = ProviderPaymentStatus.Paid,
            };

    private ProviderPayment Debited(ProviderPayment payment)
    {
        agenda.Plan(clock.GetUtcNow() + DebitTakes, payment.Id, () => Settle(payment));
        return payment with { Method = "directdebit", Status = ProviderPaymentStatus.Pending };
    }

    private async Task Settle(ProviderPayment payment)
    {
        if (Fails(payment))
            Change(
                payment.Id,
                p => p with { Status = ProviderPaymentStatus.Failed, Reason = "AM04" }
            );
        else
        {
            Change(payment.Id, p => p with { Status = ProviderPaymentStatus.Paid });
            if (draw.Happens(options.Faults, $"{payment.Id}/back"))
                agenda.Plan(
                    clock.GetUtcNow() + ChargebackAfter,
                    payment.Id,
                    () => TakeBack(payment)
                );
        }
        await Notice(payment.Id);
    }

    private Task TakeBack(ProviderPayment payment)
    {
        Change(
            payment.Id,
            p =>
                p with
                {
                    ChargedBack = p.Amount,
                    Chargebacks = [new ProviderChargeback($"chb_{p.Id}", p.Amount, "MD06", false)],
                }
        );
        return Notice(payment.Id);
    }

    private bool Fails(ProviderPayment payment) =>
        draw.Happens(options.Faults, $"{payment.Id}/fails");

    private void Change(string id, Func<ProviderPayment, ProviderPayment> change) =>
        _payments[id] = change(_payments[id]);

    private static Task<Outcome<T>> Done<T>(T value) => Task.FromResult(Outcome<T>.Done(value));
}
