using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Billing.SizeChanges;

namespace Elizon.Grains.Billing;

/// <summary>Changes of a service's size: charged.</summary>
internal sealed partial class AccountGrain : ISizeChangeBilling
{
    public async Task Charge(SizeChangeBill bill)
    {
        if (await documents.Find(Id, bill.Invoice) is not null)
            return;
        await aggregate.Commit(
            SizeChangeIssuing.Issue(
                aggregate.State,
                Id,
                bill,
                await Buyer(),
                house,
                clock.GetUtcNow()
            )
        );
    }

    public async Task<RenewalQuote> Quote(SizeChangeBill bill)
    {
        var (tax, sum) = SizeChangeIssuing.Price(bill, await Buyer(), house, clock.GetUtcNow());
        return new RenewalQuote(sum.Net, sum.Tax, sum.Gross, tax.Rate);
    }
}
