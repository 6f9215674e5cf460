using Elizon.Checkout;
using Elizon.Grains.Storage;
using Elizon.Payments;
using Elizon.Services;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Billing;

/// <summary>What follows an account's commit while the customer waits: services show up, the address to pay at is fetched.</summary>
internal sealed partial class OrderOpening(
    IGrainFactory grains,
    KeptAnswers answers,
    [Wall] TimeProvider wall,
    ILogger<OrderOpening> logger
)
{
    /// <summary>More than this, or longer than that, no customer waits for: messages open the rest.</summary>
    private const int MostOpened = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Opens the paid services, so that the customer sees them at once. Their messages are on the way in any case.</summary>
    public async Task<CheckoutResult> Open(PlacedOrder placed)
    {
        await Task.WhenAll(placed.Paid.Take(MostOpened).Select(Open));
        return placed.Result;
    }

    /// <summary>Starts the payment that an order waits for and keeps the whole answer.</summary>
    /// <exception cref="Refusal">ProviderDown: the order stands, paying can be tried again.</exception>
    public async Task<CheckoutResult> Offer(
        PlacedOrder placed,
        bool saveMethod,
        Operation? operation
    )
    {
        if (placed.Payment is not { } intent)
            return placed.Result;
        try
        {
            var payment = await grains
                .PaymentStarter()
                .Start(intent with { Sequence = PaymentDesk.Sequence(saveMethod) });
            var answer = placed.Result with { CheckoutUrl = payment.CheckoutUrl };
            return await answers.Keep(operation, answer);
        }
        catch (Refusal down) when (down.Kind == RefusalKind.ProviderDown)
        {
            throw CheckoutRefusals.PaymentNotStarted(
                placed.Result.Invoice.Id,
                down.RetryAfterSeconds
            );
        }
    }

    private async Task Open(ServiceOrder order)
    {
        try
        {
            await grains.Service(order.Id).Open(order).WaitAsync(Patience, wall);
        }
        catch (Exception error)
        {
            LogNotOpened(logger, order.Id, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Service {Service} was not opened at once; its message does it"
    )]
    private static partial void LogNotOpened(ILogger logger, ServiceId service, Exception error);
}
