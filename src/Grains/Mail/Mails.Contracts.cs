using System.Globalization;
using Elizon.Catalog;
using Elizon.Declarations;

namespace Elizon.Grains.Mail;

/// <summary>About contracts that change or end.</summary>
internal static partial class Mails
{
    /// <summary>Somebody declared something without signing in. Holds nothing that was typed freely: the address is not proven.</summary>
    public static SendMail DeclarationReceived(
        Declaration declaration,
        DeclarationId reference,
        DateTimeOffset at
    ) =>
        new(
            "declaration-received",
            null,
            declaration.Email,
            declaration.Locale,
            new()
            {
                ["kind"] =
                    declaration.Kind == DeclarationKind.Withdrawal ? "withdrawal" : "cancellation",
                ["type"] =
                    declaration.Type == CancellationType.Extraordinary
                        ? "extraordinary"
                        : "ordinary",
                ["contract"] = declaration.Contract ?? "",
                ["endsOn"] = declaration.EndsOn is { } day
                    ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : "",
                ["reference"] = reference.Value,
                ["at"] = Instant(at),
            }
        );

    /// <summary>A subscription ends with its period.</summary>
    public static SendMail CancellationConfirmed(
        UserId user,
        ServiceId service,
        string name,
        DateTimeOffset at,
        DateTimeOffset endsAt
    ) =>
        To(
            user,
            "cancellation-confirmed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["at"] = Instant(at),
                ["endsAt"] = Instant(endsAt),
            }
        );

    /// <summary>A contract's price changes.</summary>
    /// <param name="from">When the first period with the new price can begin.</param>
    public static SendMail PriceChanged(
        UserId user,
        ServiceId service,
        string name,
        Money before,
        Money after,
        DateTimeOffset from
    ) =>
        To(
            user,
            "price-changed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["before"] = before.ToString(),
                ["after"] = after.ToString(),
                ["from"] = Instant(from),
            }
        );

    /// <summary>A server has its new size.</summary>
    /// <param name="price">Of one cycle from the next period on, before discounts.</param>
    /// <param name="cycle">Days.</param>
    /// <param name="until">Paid until then.</param>
    public static SendMail SizeChanged(
        UserId user,
        ServiceId service,
        string name,
        PlanLimits limits,
        Money price,
        int cycle,
        DateTimeOffset until
    ) =>
        To(
            user,
            "size-changed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["memory"] = Whole(limits.Memory),
                ["disk"] = Whole(limits.Disk),
                ["cpu"] = Whole(limits.Cpu),
                ["price"] = price.ToString(),
                ["cycle"] = Whole(cycle),
                ["until"] = Instant(until),
            }
        );

    /// <summary>A change of size was refused by the provider and taken back.</summary>
    /// <param name="refunded">What went back to the balance; zero for a change that cost nothing.</param>
    public static SendMail SizeChangeFailed(
        UserId user,
        ServiceId service,
        string name,
        Money refunded
    ) =>
        To(
            user,
            "size-change-failed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["amount"] = refunded == Money.Zero ? "" : refunded.ToString(),
            }
        );
}
