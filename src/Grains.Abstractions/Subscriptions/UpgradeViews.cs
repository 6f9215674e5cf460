using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Services;

namespace Elizon.Subscriptions;

/// <summary>How much of each resource a server shall have; null keeps what it has. Units as in <see cref="PlanLimits"/>.</summary>
[GenerateSerializer, Immutable, Alias("ResourceWishes")]
public sealed record ResourceWishes(
    [property: Id(0)] int? Memory = null,
    [property: Id(1)] int? Disk = null,
    [property: Id(2)] int? Cpu = null,
    [property: Id(3)] int? Databases = null,
    [property: Id(4)] int? Allocations = null,
    [property: Id(5)] int? Backups = null
);

/// <summary>What a server can be changed to.</summary>
/// <param name="Limits">What it has.</param>
/// <param name="Resources">What can be set; empty while the product allows no change.</param>
/// <param name="BillingCycle">Days.</param>
/// <param name="Price">Of one cycle before discounts, VAT included.</param>
/// <param name="RemainingDays">Whole days that are paid; a change is priced for these.</param>
/// <param name="Rest">Left over from an earlier change; taken off the next charge of this contract.</param>
/// <param name="OperationId">The change that is being made; null when none is.</param>
[GenerateSerializer, Immutable, Alias("UpgradeOptions")]
public sealed record UpgradeOptions(
    [property: Id(0)] ServiceId ServiceId,
    [property: Id(1)] ServiceLimits Limits,
    [property: Id(2)] UpgradeChoice[] Resources,
    [property: Id(3)] int BillingCycle,
    [property: Id(4)] Money Price,
    [property: Id(5)] DateTimeOffset PeriodEnd,
    [property: Id(6)] int RemainingDays,
    [property: Id(7)] Money Rest,
    [property: Id(8)] OperationId? OperationId
);

/// <summary>The values one resource may have: from Min by Step up to Max.</summary>
/// <param name="Unit">"MiB", "%" or "piece".</param>
/// <param name="Price">Of one step per cycle, VAT included.</param>
[GenerateSerializer, Immutable, Alias("UpgradeChoice")]
public sealed record UpgradeChoice(
    [property: Id(0)] PlanResource Resource,
    [property: Id(1)] string Unit,
    [property: Id(2)] int Current,
    [property: Id(3)] int Min,
    [property: Id(4)] int Max,
    [property: Id(5)] int Step,
    [property: Id(6)] Money Price
);

/// <summary>Which way a change goes, by what it does to the value of the paid time.</summary>
[GenerateSerializer, Alias("ChangeKind")]
public enum ChangeKind
{
    Upgrade,
    Downgrade,
}

/// <summary>A priced change: an item of a cart for a service that runs.</summary>
/// <param name="From">Day from which the new size counts; the days before stay as they were.</param>
/// <param name="RemainingDays">Whole paid days from then on.</param>
/// <param name="Credit">What those days are worth at the size held now.</param>
/// <param name="Cost">What they are worth at the new size.</param>
/// <param name="RestBefore">Left over from an earlier change, used here.</param>
/// <param name="Net">To pay now; zero for a downgrade.</param>
/// <param name="TaxRate">Percent.</param>
/// <param name="ExtraDays">By how much the paid time becomes longer.</param>
/// <param name="RestAfter">What is left over; taken off the next charge of this contract.</param>
/// <param name="PeriodEnd">Paid until then afterwards.</param>
/// <param name="NewPrice">Of one cycle from the next period on, before discounts, VAT included.</param>
/// <param name="Quote">Orders exactly this, until <paramref name="ExpiresAt"/>.</param>
[GenerateSerializer, Immutable, Alias("UpgradeQuote")]
public sealed record UpgradeQuote(
    [property: Id(0)] ChangeKind Type,
    [property: Id(1)] ServiceId ServiceId,
    [property: Id(2)] string Name,
    [property: Id(3)] string Product,
    [property: Id(4)] ServiceLimits Before,
    [property: Id(5)] ServiceLimits After,
    [property: Id(6)] DateOnly From,
    [property: Id(7)] int RemainingDays,
    [property: Id(8)] Money Credit,
    [property: Id(9)] Money Cost,
    [property: Id(10)] Money RestBefore,
    [property: Id(11)] Money Net,
    [property: Id(12)] Money Tax,
    [property: Id(13)] Money Total,
    [property: Id(14)] decimal TaxRate,
    [property: Id(15)] string Currency,
    [property: Id(16)] int ExtraDays,
    [property: Id(17)] Money RestAfter,
    [property: Id(18)] DateTimeOffset PeriodEnd,
    [property: Id(19)] int BillingCycle,
    [property: Id(20)] Money Price,
    [property: Id(21)] Money NewPrice,
    [property: Id(22)] string Quote,
    [property: Id(23)] DateTimeOffset ExpiresAt
);

/// <summary>An order of what was quoted.</summary>
/// <param name="NetPoints">NetPoints pay before the balance does, where both together cover it.</param>
/// <param name="Restart">A running server is started again once it has its new size; without it some games use it from their next start on.</param>
[GenerateSerializer, Immutable, Alias("ChangeOrder")]
public sealed record ChangeOrder(
    [property: Id(0)] string Quote,
    [property: Id(1)] bool NetPoints,
    [property: Id(2)] bool Restart
);

/// <summary>A change that is made.</summary>
/// <param name="Invoice">Null when nothing was to be paid.</param>
/// <param name="OperationId">The provider's part of it.</param>
[GenerateSerializer, Immutable, Alias("ContractChange")]
public sealed record ContractChange(
    [property: Id(0)] ChangeKind Type,
    [property: Id(1)] ServiceId ServiceId,
    [property: Id(2)] ServiceLimits Limits,
    [property: Id(3)] Money Total,
    [property: Id(4)] InvoiceId? Invoice,
    [property: Id(5)] int ExtraDays,
    [property: Id(6)] Money Rest,
    [property: Id(7)] DateTimeOffset PeriodEnd,
    [property: Id(8)] Money NewPrice,
    [property: Id(9)] OperationId OperationId
);
