using Elizon.Grains.Audit;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>
/// The one owner of what is known about a VAT id. It never waits for the register: a worker or the desk asks and reports,
/// and the lease makes one question of many.
/// </summary>
[GrainType("vat-id")]
internal sealed class VatIdGrain([Aggregate] IAggregate<VatIdState> aggregate, TimeProvider clock)
    : Grain,
        IVatIdInside,
        IInbox,
        IDue
{
    private VatId Id => VatId.Of(this.GetPrimaryKeyString());

    private VatIdState State => aggregate.State;

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<VatIdView> Show() =>
        Task.FromResult(
            new VatIdView(
                Id,
                State.Status,
                State.AnsweredAt,
                State.Consultation,
                State.Name,
                State.Address,
                State.DueAt,
                State.LastError
            )
        );

    public async Task<BegunCheck> Begin(TimeSpan freshFor, Caller? by)
    {
        var change = VatIds.Begin(State, freshFor, Now);
        if (change is not null)
            await aggregate.Commit(
                by is null ? change : change.Record(AuditRow.Of(by, "vatId.checked", Id))
            );
        return new BegunCheck(change is not null, VatIds.Proof(Id, State));
    }

    public async Task<VatIdProof> Answered(Outcome<VatIdAnswer> outcome)
    {
        await aggregate.Commit(VatIds.Answered(Id, State, outcome, Now));
        return VatIds.Proof(Id, State);
    }

    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message =>
                message switch
                {
                    VatIdBorne borne => VatIds.Borne(Id, State, borne, Now),
                    VatIdDropped dropped => VatIds.Dropped(State, dropped),
                    _ => throw new InvalidOperationException(
                        $"A VAT id does not take {message.GetType().Name}."
                    ),
                }
        );

    public async Task Due()
    {
        if (State.DueAt is not { } due || due > Now)
            return;
        if (VatIds.Begin(State, TimeSpan.Zero, Now) is not { } change)
            return;
        await aggregate.Commit(change);
        _ = GrainFactory.GetGrain<IVatIdWorker>(0).Ask(new VatIdQuestion(Id, State.TraderName));
    }
}
