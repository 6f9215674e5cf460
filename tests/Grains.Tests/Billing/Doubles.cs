using Elizon.Identity;

namespace Elizon.Grains.Tests.Billing;

/// <summary>Everybody is a private customer in Berlin, reachable at id@customer.example.</summary>
[GrainType("user")]
public sealed class UserDouble : Grain, IUserGrain
{
    public Task<BillingProfile> BillingProfile() =>
        Task.FromResult(Shop.Profile(UserId.Of(this.GetPrimaryKeyString())));
}
