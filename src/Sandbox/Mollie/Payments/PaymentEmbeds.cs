using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Chargebacks;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Refunds;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary><c>?embed=refunds,chargebacks</c> on a payment.</summary>
internal sealed class PaymentEmbeds(
    RefundBook refunds,
    RefundCalls refundCalls,
    ChargebackBook chargebacks,
    ChargebackCalls chargebackCalls
)
{
    public JsonObject Add(MollieCall call, Payment payment, JsonObject body)
    {
        var wanted = call.Request.Query["embed"].ToString().Split(',');
        var embedded = new JsonObject();
        if (wanted.Contains("refunds"))
            embedded["refunds"] = Array(refunds.Of(payment.Id).Select(refundCalls.Resource));
        if (wanted.Contains("chargebacks"))
            embedded["chargebacks"] = Array(
                chargebacks.Of(payment.Id).Select(chargebackCalls.Resource)
            );
        if (embedded.Count > 0)
            body["_embedded"] = embedded;
        return body;
    }

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
