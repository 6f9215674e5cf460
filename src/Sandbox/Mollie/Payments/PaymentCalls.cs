using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Webhooks;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>The API's payment calls. Each runs alone: no other call or timer changes the state meanwhile.</summary>
internal sealed class PaymentCalls(
    PaymentBook book,
    MollieIds ids,
    MollieLinks links,
    RecurringPayments recurring,
    PaymentEmbeds embeds,
    FaultBoard faults,
    WebhookCourier courier
)
{
    public MollieAnswer Create(MollieCall call)
    {
        var payment = recurring.Prepare(call, PaymentRequest.Create(call, ids.New("tr")));
        if (faults.Take(MollieSimulator.SimulatorName, MollieFaults.NotCancelable) is not null)
            payment = payment with { Cancelable = false };
        PaymentBook.Put(call.Changes, payment);
        var answer = MollieAnswer.Created(PaymentResource.Of(payment, links));
        return faults.Take(MollieSimulator.SimulatorName, MollieFaults.EarlyWebhook) is null
            ? answer
            : answer with
            {
                BeforeSending = cancellationToken => courier.Announce(payment, cancellationToken),
            };
    }

    public MollieAnswer Get(MollieCall call)
    {
        var payment = book.Get(call);
        return MollieAnswer.Ok(embeds.Add(call, payment, PaymentResource.Of(payment, links)));
    }

    public MollieAnswer List(MollieCall call) => List(call, _ => true, links.Payments);

    public MollieAnswer ListOf(MollieCall call, string customerId) =>
        List(
            call,
            payment => payment.CustomerId == customerId,
            $"{links.Customer(customerId)}/payments"
        );

    public MollieAnswer Update(MollieCall call)
    {
        var payment = PaymentRequest.Update(call, book.Get(call));
        PaymentBook.Put(call.Changes, payment);
        return MollieAnswer.Ok(PaymentResource.Of(payment, links));
    }

    public MollieAnswer Cancel(MollieCall call)
    {
        var payment = book.Get(call);
        if (payment.IsFinal() || !payment.Cancelable)
            throw MollieProblem.Unprocessable("The payment cannot be cancelled");
        var canceled = book.Become(call.Changes, payment, PaymentStatus.Canceled, call.Now);
        return MollieAnswer.Ok(PaymentResource.Of(canceled, links));
    }

    private MollieAnswer List(MollieCall call, Func<Payment, bool> wanted, string self)
    {
        var own = book.All.Where(payment => payment.World == call.Access.World && wanted(payment));
        return MollieAnswer.Ok(
            ListPage.Of(
                call,
                [.. own],
                payment => payment.Id,
                payment => PaymentResource.Of(book.Current(call.Changes, payment, call.Now), links),
                "payments",
                self
            )
        );
    }
}
