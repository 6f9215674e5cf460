using System.Text.Json.Serialization;

namespace Elizon.Sandbox.Mollie.Payments;

internal enum PaymentStatus
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("authorized")]
    Authorized,

    [JsonStringEnumMemberName("paid")]
    Paid,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("canceled")]
    Canceled,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

internal static class PaymentStatusWords
{
    public static string Word(this PaymentStatus status) =>
        status switch
        {
            PaymentStatus.Open => "open",
            PaymentStatus.Pending => "pending",
            PaymentStatus.Authorized => "authorized",
            PaymentStatus.Paid => "paid",
            PaymentStatus.Failed => "failed",
            PaymentStatus.Canceled => "canceled",
            PaymentStatus.Expired => "expired",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static PaymentStatus? Parse(string? word) =>
        Enum.GetValues<PaymentStatus>()
            .Cast<PaymentStatus?>()
            .FirstOrDefault(status => status!.Value.Word() == word);
}
