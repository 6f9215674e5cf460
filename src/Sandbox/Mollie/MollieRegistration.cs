using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Mollie.Chargebacks;
using Elizon.Sandbox.Mollie.Checkout;
using Elizon.Sandbox.Mollie.Customers;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Mandates;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Refunds;
using Elizon.Sandbox.Mollie.Webhooks;

namespace Elizon.Sandbox.Mollie;

internal static class MollieRegistration
{
    public static void AddMollie(this IServiceCollection services)
    {
        services.AddSingleton<MollieIds>();
        services.AddSingleton<MollieLinks>();
        services.AddSingleton<IdempotencyBook>();
        services.AddSingleton<MolliePipeline>();
        services.AddSingleton<PaymentBook>();
        services.AddSingleton<PaymentCalls>();
        services.AddSingleton<PaymentDesk>();
        services.AddSingleton<RecurringPayments>();
        services.AddSingleton<PaymentEmbeds>();
        services.AddSingleton<MethodCalls>();
        services.AddSingleton<CustomerBook>();
        services.AddSingleton<CustomerCalls>();
        services.AddSingleton<MandateBook>();
        services.AddSingleton<MandateRules>();
        services.AddSingleton<MandateCalls>();
        services.AddSingleton<RefundBook>();
        services.AddSingleton<RefundCalls>();
        services.AddSingleton<ChargebackBook>();
        services.AddSingleton<ChargebackCalls>();
        services.AddSingleton<IMollieTimetable>(provider =>
            provider.GetRequiredService<PaymentDesk>()
        );
        services.AddSingleton<IMollieTimetable>(provider =>
            provider.GetRequiredService<RefundBook>()
        );
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookCourier>();
        services.AddSingleton<MollieWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MollieWorker>());
        services.AddSingleton<MollieState>();
        services.AddSingleton<ISimulator, MollieSimulator>();
        services.AddMollieFaults();
    }

    public static void MapMollie(this IEndpointRouteBuilder app)
    {
        var root = app.MapSurface(Surface.Control);
        root.MapCheckout();
        root.MapMollieControl();

        root.MapGroup(MollieLinks.ApiPath).MapMollieApi();
    }
}
