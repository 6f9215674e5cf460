using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments.Payers;

/// <summary>What desks and workers tell a payer. Key: the account.</summary>
[Alias("IPayerInside")]
internal interface IPayerInside : IGrainWithStringKey
{
    [Alias("Standing")]
    Task<PayerStanding> Standing(string world);

    /// <summary>Notes that the payer is being made known at the provider.</summary>
    [Alias("Begin")]
    Task<PayerStanding> Begin(string world);

    [Alias("Made")]
    Task<PayerStanding> Made(string world, string customer);

    [Alias("NotFound")]
    Task<PayerStanding> NotFound(string world, int create);

    [Alias("Observed")]
    Task<PayerStanding> Observed(string world, ProviderMandate[] mandates);

    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Choose")]
    Task<PayerStanding> Choose(string world, MandateId mandate);
}

/// <summary>The payer in one world.</summary>
/// <param name="Key">For the create under way.</param>
/// <param name="MayCreate">The provider still knows that key.</param>
/// <param name="GivesUp">Mandates are to be revoked.</param>
[GenerateSerializer, Immutable, Alias("PayerStanding")]
internal sealed record PayerStanding(
    [property: Id(0)] string? Customer,
    [property: Id(1)] int Create,
    [property: Id(2)] string Key,
    [property: Id(3)] DateTimeOffset? CreatingSince,
    [property: Id(4)] bool MayCreate,
    [property: Id(5)] ProviderMandate[] Mandates,
    [property: Id(6)] MandateId? Chosen,
    [property: Id(7)] bool GivesUp = false
);

/// <summary>Reads mandates outside a payer's turn.</summary>
[Alias("IPayerReader")]
internal interface IPayerReader : IGrainWithIntegerKey
{
    [Alias("Read"), Orleans.Concurrency.OneWay]
    Task Read(AccountId account);
}

/// <summary>The one writer of what we know of a customer at the payment provider.</summary>
[GrainType("payer")]
internal sealed class PayerGrain([Aggregate] IAggregate<PayerState> aggregate, TimeProvider clock)
    : Grain,
        IPayerInside,
        IInbox,
        IDue
{
    private AccountId Account => AccountId.Of(this.GetPrimaryKeyString());

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<PayerStanding> Standing(string world) => Task.FromResult(Of(world));

    public Task<PayerStanding> Begin(string world) =>
        Commit(world, PayerRules.Begin(aggregate.State, world, Now));

    public Task<PayerStanding> Made(string world, string customer) =>
        Commit(world, PayerRules.Made(aggregate.State, world, customer));

    public Task<PayerStanding> NotFound(string world, int create) =>
        Commit(world, PayerRules.NotFound(aggregate.State, world, create, Now));

    public Task<PayerStanding> Observed(string world, ProviderMandate[] mandates) =>
        Commit(world, PayerRules.Observed(aggregate.State, Account, world, mandates, Now));

    public Task<PayerStanding> Choose(string world, MandateId mandate) =>
        Commit(world, PayerRules.Choose(aggregate.State, Account, world, mandate));

    public async Task Receive(Delivery delivery)
    {
        await aggregate.Receive(
            delivery,
            message =>
                message switch
                {
                    MandatesChanged => new(PayerRules.ToBeRead(aggregate.State, Now)),
                    GiveUpMandates => new(PayerRules.GiveUp(aggregate.State, Now)),
                    KeepMandates => PayerRules.Keep(aggregate.State, Account),
                    _ => throw new InvalidOperationException(
                        $"A payer does not take {message.GetType().Name}."
                    ),
                }
        );
        Read();
    }

    public async Task Due()
    {
        if (aggregate.State.DueAt is not { } due || due > Now)
            return;
        await aggregate.Commit(new Change<PayerState>(PayerRules.ToBeRead(aggregate.State, Now)));
        Read();
    }

    private void Read() => _ = GrainFactory.GetGrain<IPayerReader>(0).Read(Account);

    private Task<PayerStanding> Commit(string world, PayerState? next) =>
        Commit(world, next is null ? null : new Change<PayerState>(next));

    private async Task<PayerStanding> Commit(string world, Change<PayerState>? change)
    {
        if (change is not null)
            await aggregate.Commit(change);
        return Of(world);
    }

    private PayerStanding Of(string world)
    {
        var payer = aggregate.State.In(world);
        return new PayerStanding(
            payer.Customer,
            payer.Creates,
            PayerRules.KeyOf(Account, world, payer.Creates),
            payer.CreatingSince,
            payer.CreatingSince is { } since && Now - since < PaymentRules.KeyLife,
            [.. payer.Mandates],
            payer.Chosen?.Id,
            aggregate.State.GivesUp
        );
    }
}
