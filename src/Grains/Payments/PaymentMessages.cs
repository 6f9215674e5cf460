using Elizon.Grains.Outbox;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>
/// Collect an amount by mandate. Starts one payment at the provider for this intent's id, however often it is told; a new
/// try is a new intent. The account hears PaymentInFlight, then PaymentReceived or PaymentEnded.
/// </summary>
[MessageName("payment.collect")]
internal sealed record CollectPayment(PaymentIntent Intent) : Message;
