using Elizon.Billing;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing;

/// <summary>The account is closed and opened again.</summary>
internal sealed partial class AccountGrain : IAccountClosing
{
    public async Task<ClosingView> Show() =>
        ClosingRules.ToView(aggregate.State, await Facts(), clock.GetUtcNow());

    public async Task<ClosingView> Close(ClosingRequest request, Caller by)
    {
        if (await aggregate.Replay<ClosingView>(by.Operation) is { } earlier)
            return earlier;
        // Staff type the id: a slip must not make an account of nobody.
        await GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();
        var facts = await Facts();
        var now = clock.GetUtcNow();
        var change = request.Confirmed
            ? ClosingRules.Close(
                aggregate.State,
                Id,
                NewId.Derived<PayoutId>(Identity(by.Operation)),
                request,
                facts,
                by,
                house,
                now
            )
            : null;
        return change is null
            ? ClosingRules.ToView(aggregate.State, facts, now)
            : await aggregate.Commit(
                change,
                by.Operation,
                // What the rows say of a payout is about an earlier one.
                ClosingRules.ToView(
                    change.Next,
                    facts with
                    {
                        Payout = null,
                        PayoutReason = null,
                    },
                    now
                )
            );
    }

    public async Task<ClosingView> Reopen(Caller by)
    {
        if (await aggregate.Replay<ClosingView>(by.Operation) is { } earlier)
            return earlier;
        var facts = await Facts();
        var now = clock.GetUtcNow();
        return ClosingRules.Reopen(aggregate.State, Id, by) is { } change
            ? await aggregate.Commit(
                change,
                by.Operation,
                ClosingRules.ToView(change.Next, facts, now)
            )
            : ClosingRules.ToView(aggregate.State, facts, now);
    }

    public Task GuardOpen()
    {
        ClosingRules.GuardOpen(aggregate.State);
        return Task.CompletedTask;
    }

    private Task<ClosingFacts> Facts() => closings.Of(Id, aggregate.State.Closed?.Payout?.Id);
}
