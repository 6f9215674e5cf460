using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing;

/// <summary>The customer's rule for topping up by itself.</summary>
internal sealed partial class AccountGrain : IAutoTopUps
{
    public Task<AutoTopUpView[]> List() => Task.FromResult(TopUpRules.Views(aggregate.State));

    public async Task<AutoTopUpView> Create(AutoTopUpTerms terms, Caller by)
    {
        if (await aggregate.Replay<AutoTopUpView>(by.Operation) is { } earlier)
            return earlier;
        var person = await GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();
        var next = TopUpRules.Create(
            aggregate.State,
            NewId.Derived<AutoTopUpId>(Identity(by.Operation)),
            terms,
            person.Locale,
            house,
            clock.GetUtcNow()
        );
        return await Commit(next, "autoTopUp.created", by);
    }

    public async Task<AutoTopUpView> Update(AutoTopUpId id, AutoTopUpChange change, Caller by)
    {
        if (await aggregate.Replay<AutoTopUpView>(by.Operation) is { } earlier)
            return earlier;
        var next = TopUpRules.Update(aggregate.State, id, change, house);
        return await Commit(next, "autoTopUp.changed", by);
    }

    public async Task Delete(AutoTopUpId id, Caller by)
    {
        if (await aggregate.Replay<AutoTopUpView>(by.Operation) is not null)
            return;
        var last = TopUpRules.Views(aggregate.State);
        var next = TopUpRules.Delete(aggregate.State, id);
        await aggregate.Commit(Audited(next, id, "autoTopUp.deleted", by), by.Operation, last[0]);
    }

    private Task<AutoTopUpView> Commit(AccountState next, string action, Caller by)
    {
        var rule = next.TopUps.Rule!;
        return aggregate.Commit(
            Audited(next, rule.Id, action, by),
            by.Operation,
            TopUpRules.ToView(rule, next)
        );
    }

    private Change<AccountState> Audited(
        AccountState next,
        AutoTopUpId id,
        string action,
        Caller by
    ) => new Change<AccountState>(next).Record(AuditRow.Of(by, action, id, UserId.Of(Id.Value)));
}
