using Elizon.Banking;
using Elizon.Grains.Billing;
using Orleans.Concurrency;

namespace Elizon.Grains.Banking;

[StatelessWorker, GrainType("bank-desk")]
internal sealed class BankDesk(House house) : Grain, IBankDesk
{
    public Task<SepaDetailsView> Details(AccountId account) =>
        Task.FromResult(SepaDetails.Of(account, house.Terms.Seller));
}
