using System.Text.Json;
using Elizon.Grains.Providers.Mollie.Wire;
using Elizon.Payments;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>Mollie as a payment provider (payments sheet, sections 1 to 5).</summary>
internal sealed class MolliePayments(MollieApi api, IOptions<MollieOptions> options) : IPayments
{
    /// <summary>Clocks differ and a create takes its time: a look-up begins this much earlier.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public string World => options.Value.Mode;

    public Uri Notices => new(options.Value.Webhook);

    public async Task<Outcome<ProviderPayment>> Create(
        NewProviderPayment payment,
        CancellationToken cancellation = default
    ) => Convert(await api.Post("/payments", Body(payment), payment.IdempotencyKey, cancellation));

    public async Task<Outcome<ProviderPayment>> Read(
        string id,
        CancellationToken cancellation = default
    ) =>
        Convert(
            await api.Get(
                $"/payments/{Uri.EscapeDataString(id)}?embed=refunds,chargebacks",
                cancellation
            )
        );

    public async Task<Outcome<ProviderPayment[]>> FindByIntent(
        PaymentId intent,
        DateTimeOffset since,
        CancellationToken cancellation = default
    )
    {
        var made = await api.All<MolliePayment>(
            "/payments",
            "payments",
            p => p.CreatedAt < since - Margin,
            null,
            cancellation
        );
        return made.IsDone
            ? Outcome<ProviderPayment[]>.Done([
                .. made.Value!.Where(IsOurs)
                    .Select(p => p.ToPayment())
                    .Where(p => p.Intent == intent),
            ])
            : made.As<ProviderPayment[]>();
    }

    public async Task<Outcome<ProviderRefund>> Refund(NewProviderRefund refund)
    {
        var answer = await api.Post(
            $"/payments/{Uri.EscapeDataString(refund.ProviderPayment)}/refunds",
            new Dictionary<string, object?>
            {
                ["amount"] = MollieAmount.Of(refund.Amount),
                ["description"] = refund.Description,
                ["metadata"] = new { refundId = refund.Refund.Value },
            },
            refund.IdempotencyKey
        );
        return answer.IsSuccess
            ? Outcome<ProviderRefund>.Done(answer.Body.Deserialize<MollieRefund>()!.ToRefund())
            : answer.Failed<ProviderRefund>();
    }

    public async Task<Outcome<ProviderPayment[]>> List(
        DateTimeOffset from,
        DateTimeOffset to,
        string? cursor,
        CancellationToken cancellation = default
    )
    {
        var made = await api.All<MolliePayment>(
            "/payments",
            "payments",
            p => p.CreatedAt < from,
            cursor,
            cancellation
        );
        return made.IsDone
            ? Outcome<ProviderPayment[]>.Done([
                .. made.Value!.Where(p => IsOurs(p) && p.CreatedAt >= from && p.CreatedAt < to)
                    .Select(p => p.ToPayment()),
            ])
            : made.As<ProviderPayment[]>();
    }

    public async Task<Outcome<Nothing>> Greet(CancellationToken cancellation = default)
    {
        if (options.Value.ApiKey.Length == 0)
            return Outcome<Nothing>.Refused(RefusedFor.Rights, "No key is set.");
        var answer = await api.Get("/methods", cancellation);
        return answer.IsSuccess ? Outcome<Nothing>.Done(default) : answer.Failed<Nothing>();
    }

    private Dictionary<string, object?> Body(NewProviderPayment payment)
    {
        var body = new Dictionary<string, object?>
        {
            ["amount"] = MollieAmount.Of(payment.Amount),
            ["description"] = payment.Description,
            ["webhookUrl"] = options.Value.Webhook,
            ["metadata"] = new { intentId = payment.Intent.Value, attempt = payment.Attempt },
        };
        if (payment.Sequence != PaymentSequence.Once)
        {
            body["sequenceType"] =
                payment.Sequence == PaymentSequence.First ? "first" : "recurring";
            body["customerId"] = payment.Customer;
        }
        if (payment.Mandate is { } mandate)
            body["mandateId"] = mandate.Value;
        if (payment.Method is { } method)
            body["method"] = method;
        if (payment.Sequence == PaymentSequence.Recurring)
            return body;
        body["redirectUrl"] = options.Value.RedirectFor(payment.Intent);
        body["locale"] = payment.Locale == "de" ? "de_DE" : "en_GB";
        return body;
    }

    private Outcome<ProviderPayment> Convert(MollieAnswer answer)
    {
        if (!answer.IsSuccess)
            return answer.Failed<ProviderPayment>();
        var payment = answer.Body.Deserialize<MolliePayment>()!;
        return IsOurs(payment)
            ? Outcome<ProviderPayment>.Done(payment.ToPayment())
            : Outcome<ProviderPayment>.Refused(
                RefusedFor.NotOurs,
                $"A {payment.Mode} payment in a {World} world."
            );
    }

    /// <summary>A test payment must never credit a live account, nor the other way round.</summary>
    private bool IsOurs(MolliePayment payment) => payment.Mode is null || payment.Mode == World;
}
