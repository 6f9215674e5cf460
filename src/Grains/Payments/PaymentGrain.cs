using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>
/// The one writer of a payment. Notices, the payer's return and the polling all lead to one look at a time; effects hang on
/// the first transition only.
/// </summary>
[GrainType("payment")]
internal sealed partial class PaymentGrain(
    [Aggregate] IAggregate<PaymentState> aggregate,
    TimeProvider clock
) : Grain, IPaymentGrain, IPaymentInside, IDue
{
    /// <summary>Something happened while a look was under way: what it read may be older.</summary>
    private bool _again;

    private DateTimeOffset Now => clock.GetUtcNow();

    private PaymentState State => aggregate.State;

    private IPaymentWorker Worker => GrainFactory.GetGrain<IPaymentWorker>(0);

    public Task<PaymentView> Show(Caller by) =>
        State.Intent is { } intent && (by.IsHouse || intent.Account.Value == by.User.Value)
            ? Task.FromResult(PaymentRules.ToView(State))
            : throw CommonRefusals.NotFound("payment");

    public Task<StaffPaymentView> ShowStaff(Caller by) =>
        State.Intent is not null && by.IsHouse
            ? Task.FromResult(PaymentViews.ToStaffView(State))
            : throw CommonRefusals.NotFound("payment");

    public Task<string?> Status() =>
        Task.FromResult(State.Intent is null ? null : PaymentRules.Status(State));

    public async Task<BegunPayment> Begin(PaymentIntent intent)
    {
        if (PaymentRules.Begin(State, intent, Now) is { } change)
            await aggregate.Commit(change);
        var last = State.Attempts[^1];
        var make = PaymentRules.MayCreate(last, Now);
        return new BegunPayment(
            PaymentRules.ToView(State),
            make ? PaymentRules.Order(State, last) : null,
            LookFirst: !make && last is { ProviderId: null, IsFinal: false },
            State.Intent!.Account,
            last.CreatedAt
        );
    }

    public async Task NotMade(int attempt, string reason)
    {
        if (PaymentRules.NotMade(State, attempt, reason, Now) is { } change)
            await aggregate.Commit(change);
    }

    public async Task NotFound(int attempt)
    {
        if (PaymentRules.NotFound(State, attempt, Now) is not { } change)
            return;
        await aggregate.Commit(change);
        MakeCollection();
    }

    public async Task<PaymentView> Observed(ProviderPayment[] seen)
    {
        var looked = State with { LookingUntil = null };
        var change =
            PaymentRules.Observe(looked, seen, Now)
            ?? (State.LookingUntil is null ? null : new Change<PaymentState>(looked));
        if (change is not null)
            await aggregate.Commit(change);
        if (_again)
            await Look();
        return PaymentRules.ToView(State);
    }

    public async Task Look()
    {
        _again = State.LookingUntil > Now;
        if (State.Intent is null || _again)
            return;
        await aggregate.Commit(
            new Change<PaymentState>(State with { LookingUntil = Now + PaymentRules.LookLease })
        );
        Read();
    }

    public async Task Due()
    {
        if (State.DueAt is not { } due || due > Now)
            return;
        var next = PaymentRules.Looking(State, Now);
        await aggregate.Commit(PaymentRules.Ended(next, Now));
        Read();
        MakeRefunds();
    }

    /// <summary>Final attempts are read too: banks report "paid" after their own expiry, and take back what was paid.</summary>
    private void Read()
    {
        var lost = State.Attempts.Find(a => a is { ProviderId: null, IsFinal: false });
        _ = Worker.Read(
            State.Intent!.Id,
            [.. State.Attempts.Select(a => a.ProviderId).OfType<string>()],
            lost is null
                ? null
                : new LostPayment(
                    PaymentRules.Order(State, lost),
                    State.Intent.Account,
                    lost.CreatedAt,
                    PaymentRules.MayCreate(lost, Now)
                )
        );
    }
}
