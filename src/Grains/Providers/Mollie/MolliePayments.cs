using System.Globalization;
using System.Text.Json;
using Elizon.Grains.Providers.Mollie.Wire;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>Mollie as a payment provider (payments sheet, sections 1 to 3).</summary>
internal sealed class MolliePayments(MollieApi api, IOptions<MollieOptions> options) : IPayments
{
    private const int Page = 250;

    public async Task<Outcome<ProviderPayment>> Create(NewProviderPayment payment)
    {
        var answer = await api.Post(
            "/payments",
            new Dictionary<string, object?>
            {
                ["amount"] = new MollieAmount("EUR", payment.Amount.ToString()),
                ["description"] = payment.Description,
                ["redirectUrl"] = options.Value.RedirectFor(payment.Intent),
                ["webhookUrl"] = options.Value.Webhook,
                ["locale"] = payment.Locale == "de" ? "de_DE" : "en_GB",
                ["metadata"] = new { intentId = payment.Intent.Value, attempt = payment.Attempt },
            },
            payment.IdempotencyKey
        );
        return Convert(answer);
    }

    public async Task<Outcome<ProviderPayment>> Read(string id) =>
        Convert(await api.Get($"/payments/{Uri.EscapeDataString(id)}"));

    public async Task<Outcome<ProviderPayment[]>> FindByIntent(PaymentId intent)
    {
        var answer = await api.Get($"/payments?limit={Page}");
        return answer.IsSuccess
            ? Outcome<ProviderPayment[]>.Done([
                .. answer
                    .Body.Deserialize<MollieList>()!
                    .Embedded.Payments.Select(Convert)
                    .Where(p => p.Intent == intent),
            ])
            : answer.Failed<ProviderPayment[]>();
    }

    private Outcome<ProviderPayment> Convert(MollieAnswer answer)
    {
        if (!answer.IsSuccess)
            return answer.Failed<ProviderPayment>();
        var payment = answer.Body.Deserialize<MolliePayment>()!;
        // A test payment must never credit a live account, nor the other way round.
        return payment.Mode is { } mode && mode != options.Value.Mode
            ? Outcome<ProviderPayment>.Refused(
                RefusedFor.NotOurs,
                $"A {mode} payment in a {options.Value.Mode} world."
            )
            : Outcome<ProviderPayment>.Done(Convert(payment));
    }

    private static ProviderPayment Convert(MolliePayment payment)
    {
        var euros = payment.Amount.Currency == "EUR";
        return new ProviderPayment(
            payment.Id,
            Status(payment.Status),
            euros
                ? Money.Round(decimal.Parse(payment.Amount.Value, CultureInfo.InvariantCulture))
                : Money.Zero,
            euros,
            payment.Method,
            payment.Links?.Checkout?.Href,
            payment.ExpiresAt,
            Text(payment.Metadata, "intentId") is { } intent && IdText.IsValid(intent)
                ? PaymentId.Of(intent)
                : null,
            payment.Metadata.ValueKind == JsonValueKind.Object
            && payment.Metadata.TryGetProperty("attempt", out var attempt)
            && attempt.TryGetInt32(out var number)
                ? number
                : 0
        );
    }

    /// <summary>A word that is not in the sheet is not final: it is read again.</summary>
    private static ProviderPaymentStatus Status(string word) =>
        word switch
        {
            "paid" => ProviderPaymentStatus.Paid,
            "failed" => ProviderPaymentStatus.Failed,
            "canceled" => ProviderPaymentStatus.Canceled,
            "expired" => ProviderPaymentStatus.Expired,
            "authorized" => ProviderPaymentStatus.Authorized,
            "pending" => ProviderPaymentStatus.Pending,
            _ => ProviderPaymentStatus.Open,
        };

    private static string? Text(JsonElement metadata, string name) =>
        metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
