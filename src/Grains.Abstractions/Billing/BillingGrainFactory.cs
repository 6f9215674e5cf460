namespace Elizon.Billing;

/// <summary>The only way to the grains of this feature.</summary>
public static class BillingGrainFactory
{
    public static IDunningDesk DunningDesk(this IGrainFactory grains) =>
        grains.GetGrain<IDunningDesk>(0);

    public static IAccountGrain Account(this IGrainFactory grains, AccountId id) =>
        grains.GetGrain<IAccountGrain>(id.Value);

    /// <summary>A customer's account carries the customer's user id.</summary>
    public static IAccountGrain Account(this IGrainFactory grains, UserId user) =>
        grains.Account(AccountId.Of(user.Value));

    public static IAccountInvoices AccountInvoices(this IGrainFactory grains, AccountId id) =>
        grains.GetGrain<IAccountInvoices>(id.Value);

    public static IManualInvoices ManualInvoices(this IGrainFactory grains, AccountId id) =>
        grains.GetGrain<IManualInvoices>(id.Value);

    public static IInvoiceDesk InvoiceDesk(this IGrainFactory grains) =>
        grains.GetGrain<IInvoiceDesk>(0);

    public static IAutoTopUps AutoTopUps(this IGrainFactory grains, UserId user) =>
        grains.GetGrain<IAutoTopUps>(user.Value);

    public static IAccountClosing AccountClosing(this IGrainFactory grains, AccountId id) =>
        grains.GetGrain<IAccountClosing>(id.Value);

    public static IPaymentDesk PaymentDesk(this IGrainFactory grains) =>
        grains.GetGrain<IPaymentDesk>(0);

    public static IInvoiceReader InvoiceReader(this IGrainFactory grains) =>
        grains.GetGrain<IInvoiceReader>(0);

    public static ITopUpReceipts TopUpReceipts(this IGrainFactory grains) =>
        grains.GetGrain<ITopUpReceipts>(0);

    public static IPointsReader PointsReader(this IGrainFactory grains) =>
        grains.GetGrain<IPointsReader>(0);

    public static IBookingExport BookingExport(this IGrainFactory grains) =>
        grains.GetGrain<IBookingExport>(0);

    public static ILedgerAuditor LedgerAuditor(this IGrainFactory grains) =>
        grains.GetGrain<ILedgerAuditor>(0);
}
