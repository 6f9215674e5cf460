using Elizon.Grains.Outbox;
using Elizon.Grains.Taxes;

namespace Elizon.Grains.Identity;

/// <summary>What others tell a person.</summary>
internal sealed partial class UserGrain : IInbox
{
    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message =>
                message switch
                {
                    VatIdAnswered answered => User.LearnVatId(Id, aggregate.State, answered.Proof),
                    _ => throw new InvalidOperationException(
                        $"A person does not take {message.GetType().Name}."
                    ),
                }
        );
}
