using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Mollie.Checkout;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Payments;
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
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookCourier>();
        services.AddSingleton<MollieWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MollieWorker>());
        services.AddSingleton<ISimulator, MollieSimulator>();
        services.AddMollieFaults();
    }

    public static void MapMollie(this IEndpointRouteBuilder app)
    {
        var root = app.MapSurface(Surface.Control);
        root.MapCheckout();
        root.MapMollieControl();

        var api = root.MapGroup(MollieLinks.ApiPath);
        api.MapPost(
            "/payments",
            Call<PaymentCalls>("payments.create", (payments, call) => payments.Create(call))
        );
        api.MapGet(
            "/payments",
            Call<PaymentCalls>("payments.list", (payments, call) => payments.List(call))
        );
        api.MapGet(
            "/payments/{id}",
            Call<PaymentCalls>("payments.get", (payments, call) => payments.Get(call))
        );
        api.MapPatch(
            "/payments/{id}",
            Call<PaymentCalls>("payments.update", (payments, call) => payments.Update(call))
        );
        api.MapDelete(
            "/payments/{id}",
            Call<PaymentCalls>("payments.cancel", (payments, call) => payments.Cancel(call))
        );
        api.Map(
            "/{**rest}",
            Call<PaymentCalls>("unknown", (_, _) => throw MollieProblem.NoRoute())
        );
    }

    private static RequestDelegate Call<TCalls>(
        string operation,
        Func<TCalls, MollieCall, MollieAnswer> handler
    )
        where TCalls : notnull =>
        context =>
        {
            var calls = context.RequestServices.GetRequiredService<TCalls>();
            var pipeline = context.RequestServices.GetRequiredService<MolliePipeline>();
            return pipeline.Run(context, operation, call => handler(calls, call));
        };
}
