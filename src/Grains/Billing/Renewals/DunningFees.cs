using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>
/// Fees of dunning: damages for default (§§ 280, 286 BGB), outside the scope of VAT. They are booked as a claim of their own
/// beside the invoice, whose document and tax they do not touch, and are paid with it.
/// </summary>
internal static class DunningFees
{
    /// <summary>The stage's fee is owed from now on. A page for paying that shows the amount before is given up.</summary>
    /// <param name="stage">Index of the stage: charged once.</param>
    public static Change<AccountState> Charge(
        this Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        int stage,
        Money fee,
        DateTimeOffset now
    ) =>
        fee <= Money.Zero
            ? change
            : Paying
                .Put(change, Paying.Ended(open) with { Fees = open.Fees + fee })
                .Book(account, Movements.DunningFee(open, stage, fee), now);

    /// <summary>What is owed of fees is let go.</summary>
    public static Change<AccountState> Waive(
        this Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        DateTimeOffset now
    ) =>
        open.Fees <= Money.Zero
            ? change
            : Paying
                .Put(change, open with { Fees = Money.Zero })
                .Book(account, Movements.DunningFeeWaived(open), now);
}
