namespace Elizon.Grains.Subscriptions;

/// <summary>What add-ons to the service ask its contract.</summary>
internal sealed partial class SubscriptionGrain : IAddOnBase
{
    public async Task<AddOnBase> Base(Caller by)
    {
        await AdmitOwner(by);
        return AddOnContracts.Base(State);
    }

    public Task<bool> GoesOnBehind(DateTimeOffset at) =>
        Task.FromResult(AddOnContracts.GoesOnBehind(State, at));
}
