using Elizon.Api.Addresses;
using Elizon.Api.Admin;
using Elizon.Api.ApiKeys;
using Elizon.Api.Banking;
using Elizon.Api.Billing;
using Elizon.Api.Catalog;
using Elizon.Api.Checkout;
using Elizon.Api.Clock;
using Elizon.Api.Consoles;
using Elizon.Api.Countries;
using Elizon.Api.Coupons;
using Elizon.Api.Declarations;
using Elizon.Api.Identity;
using Elizon.Api.Operations;
using Elizon.Api.Payments;
using Elizon.Api.Providers;
using Elizon.Api.Requests;
using Elizon.Api.SecondBook;
using Elizon.Api.Services;
using Elizon.Api.Site;
using Elizon.Api.Subscriptions;
using Elizon.Api.Taxes;

namespace Elizon.Api;

/// <summary>Every feature's endpoints: the one list. Each folder maps its own routes and states their access.</summary>
public static class Routes
{
    public static void MapElizonApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.AddEndpointFilterFactory(ParameterBounds.Create);
        api.MapSignIn();
        api.MapProfile();
        api.MapApiKeys();
        api.MapCountries();
        api.MapBanking();
        api.MapBilling();
        api.MapBillingAdmin();
        api.MapAutoTopUps();
        api.MapPoints();
        api.MapReceipts();
        api.MapClosing();
        api.MapRetired();
        api.MapInvoiceAdmin();
        api.MapManualInvoices();
        api.MapInvoiceSettings();
        api.MapBusinessBilling();
        api.MapCheckout();
        api.MapCoupons();
        api.MapAddresses();
        api.MapDeclarations();
        api.MapCatalog();
        api.MapConsoles();
        api.MapOperations();
        api.MapPayments();
        api.MapPaymentMethods();
        api.MapServices();
        api.MapAddOns();
        api.MapSite();
        api.MapSubscriptions();
        api.MapUpgrades();
        MapAdminApi(api.MapGroup("/admin"));
    }

    private static void MapAdminApi(IEndpointRouteBuilder admin)
    {
        admin.MapStaffInit();
        admin.MapUsersAdmin();
        admin.MapAdmin();
        admin.MapBankAdmin();
        admin.MapClosingAdmin();
        admin.MapCatalogAdmin();
        admin.MapClockAdmin();
        admin.MapCouponsAdmin();
        admin.MapDeclarationsAdmin();
        admin.MapOperationsAdmin();
        admin.MapPaymentsAdmin();
        admin.MapProvidersAdmin();
        admin.MapServicesAdmin();
        admin.MapTaxAdmin();
        admin.MapSecondBookAdmin();
        admin.MapSubscriptionsAdmin();
        admin.MapPriceChangesAdmin();
        admin.MapDunningAdmin();
    }
}
