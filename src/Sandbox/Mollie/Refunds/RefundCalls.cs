using System.Text.Json.Nodes;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Payments;

namespace Elizon.Sandbox.Mollie.Refunds;

/// <summary>The API's refund calls.</summary>
internal sealed class RefundCalls(
    RefundBook book,
    PaymentBook payments,
    MollieIds ids,
    MollieLinks links,
    FaultBoard faults
)
{
    private const int MetadataBytes = 1024;
    private static readonly string[] Fields = ["amount", "description", "metadata"];

    public MollieAnswer Create(MollieCall call)
    {
        var payment = payments.Get(call);
        var body = new BodyReader(call.Body, Fields);
        var amount = body.RequiredAmount();
        RefuseUnrefundable(payment, amount);
        RefuseDuplicate(payment, amount, call.Now);
        var fresh = new Refund(
            ids.New("re"),
            payment.World,
            payment.Id,
            amount,
            RefundStatus.Pending,
            body.Text("description"),
            body.Json("metadata", MetadataBytes),
            call.Now,
            null,
            Fires(MollieFaults.RefundFails, payment)
        );
        var refund = fresh.Begin(Fires(MollieFaults.RefundQueued, payment), call.Now);
        book.Put(call.Changes, refund, call.Now);
        return MollieAnswer.Created(Resource(refund));
    }

    public MollieAnswer Get(MollieCall call) => MollieAnswer.Ok(Resource(Find(call)));

    public MollieAnswer ListOf(MollieCall call)
    {
        var payment = payments.Get(call);
        return List(call, book.Of(payment.Id), $"{links.Payment(payment.Id)}/refunds");
    }

    public MollieAnswer ListAll(MollieCall call) =>
        List(call, [.. book.All.Where(refund => refund.World == call.Access.World)], links.Refunds);

    public MollieAnswer Cancel(MollieCall call)
    {
        var refund = Find(call);
        if (!refund.MayBeCanceled())
            throw MollieProblem.Unprocessable("The refund can no longer be cancelled");
        var canceled = refund with { Status = RefundStatus.Canceled, NextAt = null };
        book.Put(call.Changes, canceled, call.Now);
        return MollieAnswer.NoContent();
    }

    public JsonObject Resource(Refund refund) =>
        new JsonObject
        {
            ["resource"] = "refund",
            ["id"] = refund.Id,
            ["mode"] = refund.World,
            ["status"] = refund.Status.Word(),
            ["amount"] = Hal.Amount(refund.Amount),
            ["settlementAmount"] = Hal.Amount(refund.Amount.With(-refund.Amount.Number())),
            ["description"] = refund.Description,
            ["metadata"] = Hal.Copy(refund.Metadata),
            ["paymentId"] = refund.PaymentId,
            ["createdAt"] = Hal.Time(refund.CreatedAt),
            ["_links"] = new JsonObject
            {
                ["self"] = Hal.Link($"{links.Payment(refund.PaymentId)}/refunds/{refund.Id}"),
                ["payment"] = Hal.Link(links.Payment(refund.PaymentId)),
            },
        };

    private MollieAnswer List(MollieCall call, IReadOnlyList<Refund> refunds, string self) =>
        MollieAnswer.Ok(ListPage.Of(call, refunds, refund => refund.Id, Resource, "refunds", self));

    private Refund Find(MollieCall call)
    {
        var payment = payments.Get(call);
        var id = call.Route("refundId");
        return book.Find(id) is { } refund && refund.PaymentId == payment.Id
            ? refund
            : throw MollieProblem.NotFound("refund", id);
    }

    private static void RefuseUnrefundable(Payment payment, Amount amount)
    {
        if (payment.Status != PaymentStatus.Paid || payment.Method == "paysafecard")
            throw MollieProblem.Unprocessable("The payment cannot be refunded");
        if (amount.Currency != payment.Amount.Currency)
            throw MollieProblem.Unprocessable("The amount contains an invalid currency", "amount");
        if (amount.Number() == 0)
            throw MollieProblem.Unprocessable("The amount is lower than the minimum", "amount");
        if (amount.Number() > payment.Remaining)
            throw MollieProblem.Unprocessable("The amount is higher than the maximum", "amount");
    }

    private void RefuseDuplicate(Payment payment, Amount amount, DateTimeOffset now)
    {
        if (
            book.Of(payment.Id)
                .Any(other =>
                    other.Counts
                    && other.Amount == amount
                    && now - other.CreatedAt < RefundRules.DuplicateWindow
                )
        )
            throw MollieProblem.Conflict("A duplicate refund has been detected");
    }

    private bool Fires(string fault, Payment payment) =>
        faults.Take(MollieSimulator.SimulatorName, fault, payment.Id) is not null;
}
