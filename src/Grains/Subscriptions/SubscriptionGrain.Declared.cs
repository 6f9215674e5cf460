using Elizon.Declarations;
using Elizon.Identity;

namespace Elizon.Grains.Subscriptions;

/// <summary>What was declared about the contract without signing in.</summary>
internal sealed partial class SubscriptionGrain : IContractEnding
{
    public async Task<DeclaredEnd> EndAs(DeclaredWish wish)
    {
        var by = Caller.System(Now) with
        {
            Operation = new Operation($"declaration/{wish.Declaration}/end", ""),
            Reason = $"declaration {wish.Declaration}",
        };
        if (await aggregate.Replay<DeclaredEnd>(by.Operation) is { } earlier)
            return earlier;
        var buyer = await GrainFactory.User(wish.Customer).BillingProfile();
        if (DeclaredEnds.Doubt(State, wish, buyer.AccountType, house) is { } doubt)
            return new DeclaredEnd(false, doubt);
        if (wish.Kind == DeclarationKind.Withdrawal)
            return await aggregate.Commit(
                DeclaredEnds.Withdraw(State, house, by, Now),
                by.Operation,
                new DeclaredEnd(true, "Withdrawn; the contract has ended, what was paid goes back.")
            );
        var (change, endsAt) = DeclaredEnds.Cancel(State, wish, house, by, Now);
        return await aggregate.Commit(
            change,
            by.Operation,
            new DeclaredEnd(true, DeclaredEnds.CancelledAt(endsAt))
        );
    }
}
