using Elizon.Sandbox.Mollie.Chargebacks;
using Elizon.Sandbox.Mollie.Customers;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Mandates;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Refunds;

namespace Elizon.Sandbox.Mollie;

/// <summary>The whole API on one screen. The word before each handler is its operation, the target of fault switches.</summary>
internal static class MollieRoutes
{
    public static void MapMollieApi(this IEndpointRouteBuilder api)
    {
        MapPayments(api);
        MapRefunds(api);
        MapChargebacks(api);
        MapCustomers(api);
        MapMandates(api);
        api.MapGet("/methods", Call<MethodCalls>("methods.list", (m, call) => m.List(call)));
        api.Map(
            "/{**rest}",
            Call<PaymentCalls>("unknown", (_, _) => throw MollieProblem.NoRoute())
        );
    }

    private static void MapPayments(IEndpointRouteBuilder api)
    {
        api.MapPost(
            "/payments",
            Call<PaymentCalls>("payments.create", (p, call) => p.Create(call))
        );
        api.MapGet("/payments", Call<PaymentCalls>("payments.list", (p, call) => p.List(call)));
        api.MapGet("/payments/{id}", Call<PaymentCalls>("payments.get", (p, call) => p.Get(call)));
        api.MapPatch(
            "/payments/{id}",
            Call<PaymentCalls>("payments.update", (p, call) => p.Update(call))
        );
        api.MapDelete(
            "/payments/{id}",
            Call<PaymentCalls>("payments.cancel", (p, call) => p.Cancel(call))
        );
    }

    private static void MapRefunds(IEndpointRouteBuilder api)
    {
        api.MapPost(
            "/payments/{id}/refunds",
            Call<RefundCalls>("refunds.create", (r, call) => r.Create(call))
        );
        api.MapGet(
            "/payments/{id}/refunds",
            Call<RefundCalls>("refunds.list", (r, call) => r.ListOf(call))
        );
        api.MapGet(
            "/payments/{id}/refunds/{refundId}",
            Call<RefundCalls>("refunds.get", (r, call) => r.Get(call))
        );
        api.MapDelete(
            "/payments/{id}/refunds/{refundId}",
            Call<RefundCalls>("refunds.cancel", (r, call) => r.Cancel(call))
        );
        api.MapGet("/refunds", Call<RefundCalls>("refunds.list", (r, call) => r.ListAll(call)));
    }

    private static void MapChargebacks(IEndpointRouteBuilder api)
    {
        api.MapGet(
            "/payments/{id}/chargebacks",
            Call<ChargebackCalls>("chargebacks.list", (c, call) => c.ListOf(call))
        );
        api.MapGet(
            "/payments/{id}/chargebacks/{chargebackId}",
            Call<ChargebackCalls>("chargebacks.get", (c, call) => c.Get(call))
        );
        api.MapGet(
            "/chargebacks",
            Call<ChargebackCalls>("chargebacks.list", (c, call) => c.ListAll(call))
        );
    }

    private static void MapCustomers(IEndpointRouteBuilder api)
    {
        api.MapPost(
            "/customers",
            Call<CustomerCalls>("customers.create", (c, call) => c.Create(call))
        );
        api.MapGet("/customers", Call<CustomerCalls>("customers.list", (c, call) => c.List(call)));
        api.MapGet(
            "/customers/{customerId}",
            Call<CustomerCalls>("customers.get", (c, call) => c.Get(call))
        );
        api.MapPatch(
            "/customers/{customerId}",
            Call<CustomerCalls>("customers.update", (c, call) => c.Update(call))
        );
        api.MapDelete(
            "/customers/{customerId}",
            Call<CustomerCalls>("customers.delete", (c, call) => c.Delete(call))
        );
        api.MapPost(
            "/customers/{customerId}/payments",
            Call<CustomerCalls>("payments.create", (c, call) => c.CreatePayment(call))
        );
        api.MapGet(
            "/customers/{customerId}/payments",
            Call<CustomerCalls>("payments.list", (c, call) => c.ListPayments(call))
        );
    }

    private static void MapMandates(IEndpointRouteBuilder api)
    {
        api.MapPost(
            "/customers/{customerId}/mandates",
            Call<MandateCalls>("mandates.create", (m, call) => m.Create(call))
        );
        api.MapGet(
            "/customers/{customerId}/mandates",
            Call<MandateCalls>("mandates.list", (m, call) => m.List(call))
        );
        api.MapGet(
            "/customers/{customerId}/mandates/{id}",
            Call<MandateCalls>("mandates.get", (m, call) => m.Get(call))
        );
        api.MapDelete(
            "/customers/{customerId}/mandates/{id}",
            Call<MandateCalls>("mandates.revoke", (m, call) => m.Revoke(call))
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
