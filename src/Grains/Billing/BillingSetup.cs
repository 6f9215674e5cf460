using System.Security.Cryptography;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Invoices.Xml;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Checkout;
using Elizon.Grains.Coupons;
using Elizon.Grains.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Billing;

/// <summary>Wiring of billing and checkout.</summary>
internal static class BillingSetup
{
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services
            .AddOptions<BillingOptions>()
            .BindConfiguration(BillingOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BillingOptions>, BillingOptionsCheck>();
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        services.AddSingleton<House>();
        services.AddSingleton<DocumentRecords>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<IPdfAttacher, PdfAttacher>();
        services.AddSingleton<InvoicePdf>();
        services.AddSingleton<IDocumentRenderer<InvoiceDocument>, ZugferdPdf>();
        services.AddSingleton<IDocumentRenderer<ProformaDocument>, ProformaPdf>();
        services.AddSingleton<IDocumentRenderer<InvoiceDocument>, XRechnung>();
        services.AddSingleton<IDocumentRenderer<TopUpReceiptContent>, TopUpReceiptPdf>();
        services.AddSingleton<ClosingRecords>();
        services.AddSingleton<OrderRecords>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<OrderOpening>();
        services.AddSingleton<CouponUses>();
        services.AddSingleton<CouponLookup>();
        return services;
    }
}
