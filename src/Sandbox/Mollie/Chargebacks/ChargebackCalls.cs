using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Payments;

namespace Elizon.Sandbox.Mollie.Chargebacks;

/// <summary>The API's chargeback calls: reading only.</summary>
internal sealed class ChargebackCalls(ChargebackBook book, PaymentBook payments, MollieLinks links)
{
    public MollieAnswer Get(MollieCall call)
    {
        var payment = payments.Get(call);
        var id = call.Route("chargebackId");
        return book.Find(id) is { } chargeback && chargeback.PaymentId == payment.Id
            ? MollieAnswer.Ok(Resource(chargeback))
            : throw MollieProblem.NotFound("chargeback", id);
    }

    public MollieAnswer ListOf(MollieCall call)
    {
        var payment = payments.Get(call);
        return List(call, book.Of(payment.Id), $"{links.Payment(payment.Id)}/chargebacks");
    }

    public MollieAnswer ListAll(MollieCall call) =>
        List(call, [.. book.All.Where(c => c.World == call.Access.World)], links.Chargebacks);

    public JsonObject Resource(Chargeback chargeback) =>
        new()
        {
            ["resource"] = "chargeback",
            ["id"] = chargeback.Id,
            ["amount"] = Hal.Amount(chargeback.Amount),
            ["settlementAmount"] = Hal.Amount(chargeback.Amount.With(-chargeback.Amount.Number())),
            ["reason"] = chargeback.Reason is { } code
                ? new JsonObject { ["code"] = code, ["description"] = "Told by the payer's bank" }
                : null,
            ["paymentId"] = chargeback.PaymentId,
            ["createdAt"] = Hal.Time(chargeback.CreatedAt),
            ["reversedAt"] = chargeback.ReversedAt is { } at ? Hal.Time(at) : null,
            ["_links"] = new JsonObject
            {
                ["self"] = Hal.Link(
                    $"{links.Payment(chargeback.PaymentId)}/chargebacks/{chargeback.Id}"
                ),
                ["payment"] = Hal.Link(links.Payment(chargeback.PaymentId)),
            },
        };

    private MollieAnswer List(MollieCall call, IReadOnlyList<Chargeback> items, string self) =>
        MollieAnswer.Ok(ListPage.Of(call, items, c => c.Id, Resource, "chargebacks", self));
}
