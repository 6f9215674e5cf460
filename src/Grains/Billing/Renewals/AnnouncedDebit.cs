using Elizon.Payments;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>A direct debit that its payer was told of and that is not handed in yet.</summary>
/// <param name="At">Not before this.</param>
/// <param name="Amount">What the payer was told; another one is announced anew.</param>
/// <param name="Mandate">The same.</param>
internal sealed record AnnouncedDebit(DateTimeOffset At, Money Amount, MandateId Mandate);
