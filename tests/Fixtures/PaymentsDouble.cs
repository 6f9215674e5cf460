using System.Collections.Concurrent;
using System.Collections.Immutable;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Fixtures;

/// <summary>
/// The payment provider of an in-process cluster: cards answer at once, all else waits until the test says what becomes of
/// it. Keeps what it was asked to do. The real one is tested against the sandbox in Providers.Tests.
/// </summary>
public sealed class PaymentsDouble(TimeProvider clock) : IPayments, IPayers
{
    private const string Customer = "cst_1";
    private readonly ConcurrentDictionary<string, ProviderPayment> _payments = new();
    private readonly ConcurrentDictionary<string, PaymentSequence> _sequences = new();
    private readonly ConcurrentQueue<ProviderCall> _calls = new();
    private ImmutableList<ProviderMandate> _mandates = [];

    public IReadOnlyList<ProviderCall> Calls => [.. _calls];

    /// <summary>Why cards are declined from now on; null: they are good.</summary>
    public string? CardsFail { get; set; }

    /// <summary>The payment that was made last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Where notices go; set once the cluster is there.</summary>
    public Func<string, Task> Notice { get; set; } = _ => Task.CompletedTask;

    string IPayments.World => "test";

    Uri IPayments.Notices { get; } = new("http://127.0.0.1:9/notices");

    /// <summary>The money arrives. A first payment leaves a mandate over the card.</summary>
    public Task Pay(string payment)
    {
        if (_sequences[payment] == PaymentSequence.First)
            Save("creditcard", null);
        return Change(payment, p => p with { Status = ProviderPaymentStatus.Paid });
    }

    /// <summary>The bank takes its money back.</summary>
    public Task ChargeBack(string payment, string reason) =>
        Change(
            payment,
            p =>
                p with
                {
                    ChargedBack = p.Amount,
                    Chargebacks = [new ProviderChargeback($"chb_{p.Id}", p.Amount, reason, false)],
                }
        );

    Task<Outcome<ProviderPayment>> IPayments.Create(
        NewProviderPayment payment,
        CancellationToken cancellation
    )
    {
        var kind = _mandates.Find(m => m.Id == payment.Mandate)?.Kind ?? "at the page";
        Called($"{payment.Sequence} {payment.Amount} {kind}");
        Last = $"tr_{payment.Intent}_{payment.Attempt}";
        _sequences[Last] = payment.Sequence;
        return Done(_payments.GetOrAdd(Last, id => New(id, payment, kind)));
    }

    Task<Outcome<ProviderPayment>> IPayments.Read(string id, CancellationToken cancellation) =>
        _payments.TryGetValue(id, out var payment)
            ? Done(payment)
            : Task.FromResult(Outcome<ProviderPayment>.Refused(RefusedFor.Missing, "no payment"));

    Task<Outcome<ProviderPayment[]>> IPayments.FindByIntent(
        PaymentId intent,
        DateTimeOffset since,
        CancellationToken cancellation
    ) => Done(_payments.Values.Where(p => p.Intent == intent).ToArray());

    Task<Outcome<ProviderRefund>> IPayments.Refund(NewProviderRefund refund)
    {
        Called($"Refund {refund.Amount}");
        return Task.FromResult(Outcome<ProviderRefund>.Refused(RefusedFor.Invalid, "no refunds"));
    }

    Task<Outcome<ProviderPayment[]>> IPayments.List(
        DateTimeOffset from,
        DateTimeOffset to,
        string? cursor,
        CancellationToken cancellation
    ) => Done(_payments.Values.Where(p => p.CreatedAt >= from && p.CreatedAt < to).ToArray());

    Task<Outcome<Nothing>> IPayments.Greet(CancellationToken cancellation) =>
        Done(default(Nothing));

    Task<Outcome<string>> IPayers.Create(NewPayer payer, CancellationToken cancellation)
    {
        Called("Payer");
        return Done(Customer);
    }

    Task<Outcome<string[]>> IPayers.Find(
        AccountId account,
        DateTimeOffset since,
        CancellationToken cancellation
    ) => Done<string[]>([Customer]);

    Task<Outcome<ProviderMandate[]>> IPayers.Mandates(
        string payer,
        CancellationToken cancellation
    ) => Done(_mandates.ToArray());

    Task<Outcome<ProviderMandate>> IPayers.AddDirectDebit(
        string payer,
        NewDirectDebit debit,
        CancellationToken cancellation
    )
    {
        Called("Mandate directdebit");
        return Done(Save("directdebit", debit.Reference));
    }

    Task<Outcome<Nothing>> IPayers.Revoke(
        string payer,
        MandateId mandate,
        CancellationToken cancellation
    )
    {
        Called("Revoke");
        _mandates = _mandates.RemoveAll(m => m.Id == mandate);
        return Done(default(Nothing));
    }

    private ProviderPayment New(string id, NewProviderPayment order, string kind)
    {
        var atOnce = kind == "creditcard";
        return new ProviderPayment(
            id,
            order.Sequence != PaymentSequence.Recurring ? ProviderPaymentStatus.Open
                : !atOnce ? ProviderPaymentStatus.Pending
                : CardsFail is null ? ProviderPaymentStatus.Paid
                : ProviderPaymentStatus.Failed,
            order.Amount,
            Euros: true,
            order.Sequence == PaymentSequence.Recurring ? kind : "creditcard",
            $"https://pay.example/{id}",
            clock.GetUtcNow().AddDays(1),
            order.Intent,
            order.Attempt
        )
        {
            CreatedAt = clock.GetUtcNow(),
            Reason = atOnce ? CardsFail : null,
        };
    }

    private ProviderMandate Save(string kind, string? reference)
    {
        var mandate = new ProviderMandate(
            MandateId.Of($"mdt_{_mandates.Count + 1}"),
            kind,
            MandateStatus.Valid,
            "····",
            reference,
            clock.GetUtcNow()
        );
        _mandates = _mandates.Add(mandate);
        return mandate;
    }

    private Task Change(string id, Func<ProviderPayment, ProviderPayment> change)
    {
        _payments[id] = change(_payments[id]);
        return Notice(id);
    }

    private void Called(string what) => _calls.Enqueue(new ProviderCall(clock.GetUtcNow(), what));

    private static Task<Outcome<T>> Done<T>(T value) => Task.FromResult(Outcome<T>.Done(value));
}
