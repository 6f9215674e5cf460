using Elizon.Grains.Outbox;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>
/// Collect an amount by mandate. Starts one payment at the provider for this intent's id, however often it is told; a new
/// try is a new intent. The account hears PaymentInFlight, then PaymentReceived or PaymentEnded.
/// </summary>
[MessageName("payment.collect")]
internal sealed record CollectPayment(PaymentIntent Intent) : Message;

/// <summary>The account has set the money aside: give it back to the payer, or, to the balance, count it.</summary>
[MessageName("payment.refund")]
internal sealed record StartRefund(
    RefundId Refund,
    string ProviderPayment,
    Money Amount,
    RefundTo To
) : Message;

/// <summary>A payer's mandates may be others now: read them.</summary>
[MessageName("payer.mandates-changed")]
internal sealed record MandatesChanged : Message;

/// <summary>The account is closed: revoke all mandates, also those that come later.</summary>
[MessageName("payer.give-up-mandates")]
internal sealed record GiveUpMandates : Message;

/// <summary>The account is open again: mandates that come stay.</summary>
[MessageName("payer.keep-mandates")]
internal sealed record KeepMandates : Message;
