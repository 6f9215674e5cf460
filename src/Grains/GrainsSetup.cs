using Elizon.Grains.Admin;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Declarations;
using Elizon.Grains.Identity;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Providers;
using Elizon.Grains.SecondBook;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Taxes;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains;

/// <summary>Everything the grains need beside storage; each feature and vendor adds its own line.</summary>
public static class GrainsSetup
{
    public static IServiceCollection AddElizonGrains(this IServiceCollection services)
    {
        services.AddAdmin();
        services.AddCatalog();
        services.AddDeclarations();
        services.AddMails();
        services.AddBilling();
        services.AddBanking();
        services.AddProviders();
        services.AddPayments();
        services.AddIdentity();
        services.AddTaxes();
        services.AddSubscriptions();
        services.AddSecondBook();
        return services;
    }
}
