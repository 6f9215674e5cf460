using System.Collections.Immutable;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments.Payers;

/// <summary>What happens to a payer, as pure rules.</summary>
internal static class PayerRules
{
    /// <summary>A mandate is pending until its first payment is final or the bank account is known.</summary>
    private static readonly TimeSpan PendingRead = TimeSpan.FromHours(6);

    private static readonly TimeSpan ReadLease = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Begins to make the payer known; null when that is under way or done.</summary>
    public static PayerState? Begin(PayerState payer, string world, DateTimeOffset now) =>
        payer.In(world) is { Customer: null, CreatingSince: null } known
            ? With(payer, world, known with { CreatingSince = now })
            : null;

    public static PayerState? Made(PayerState payer, string world, string customer) =>
        payer.In(world) is { Customer: null } known
            ? With(payer, world, known with { Customer = customer, CreatingSince = null })
            : null;

    /// <summary>The provider was asked and has no such payer: the next create has a key of its own.</summary>
    public static PayerState? NotFound(
        PayerState payer,
        string world,
        int create,
        DateTimeOffset now
    ) =>
        payer.In(world) is { Customer: null } known && known.Creates == create
            ? With(payer, world, known with { CreatingSince = now, Creates = create + 1 })
            : null;

    /// <summary>The key of the create under way.</summary>
    public static string KeyOf(AccountId account, string world, int create) =>
        NewId.Derived<PaymentId>($"{account}/payer/{world}", create).Value;

    /// <summary>The mandates as the provider has them; the account is told when collections use another one now.</summary>
    public static Change<PayerState>? Observed(
        PayerState payer,
        AccountId account,
        string world,
        IReadOnlyList<ProviderMandate> mandates,
        DateTimeOffset now
    )
    {
        var known = payer.In(world);
        var seen = known with
        {
            Mandates = known.Mandates.SequenceEqual(mandates) ? known.Mandates : [.. mandates],
        };
        var isPending = mandates.Any(m => m.Status == MandateStatus.Pending);
        // Read again, ever more slowly, until none is left.
        var isLeft = payer.GivesUp && mandates.Any(m => m.Status != MandateStatus.Invalid);
        var next = With(payer, world, seen) with
        {
            ReadAt =
                isLeft ? payer.ReadAt ?? now + ReadLease
                : isPending ? now + PendingRead
                : null,
            Reads = isLeft ? payer.Reads : 0,
        };
        if (seen == known && next.ReadAt is null && payer.ReadAt is null)
            return null;
        return Told(new Change<PayerState>(next), account, known, seen);
    }

    /// <exception cref="Refusal">NotFound.</exception>
    public static Change<PayerState>? Choose(
        PayerState payer,
        AccountId account,
        string world,
        MandateId mandate
    )
    {
        var known = payer.In(world);
        if (
            known.Mandates.Find(m => m.Id == mandate) is not { } found
            || found.Status == MandateStatus.Invalid
        )
            throw CommonRefusals.NotFound("payment method");
        var chosen = known with { Choice = mandate };
        return chosen == known
            ? null
            : Told(new Change<PayerState>(With(payer, world, chosen)), account, known, chosen);
    }

    /// <summary>All mandates are to be revoked, also those that come later. Who was never known at the provider has none.</summary>
    public static PayerState GiveUp(PayerState payer, DateTimeOffset now)
    {
        var given = payer with { GivesUp = true, Reads = 0 };
        return payer.Worlds.Values.Any(w => w.Customer is not null) ? ToBeRead(given, now) : given;
    }

    /// <summary>
    /// Nothing is revoked any more. The account, which had let go of its method, hears of a mandate that is still there because the
    /// provider never answered.
    /// </summary>
    public static Change<PayerState> Keep(PayerState payer, AccountId account)
    {
        var change = new Change<PayerState>(payer with { GivesUp = false });
        var left = payer.Worlds.Values.Select(w => w.Chosen).FirstOrDefault(m => m is not null);
        return left is null
            ? change
            : change.Send(Address.Of(account), new SavedMethodChanged(MethodOf(left)));
    }

    /// <summary>The mandates are to be read soon.</summary>
    public static PayerState ToBeRead(PayerState payer, DateTimeOffset now)
    {
        var pause = ReadLease * Math.Pow(2, Math.Min(payer.Reads, 10));
        return payer with
        {
            ReadAt = now + (pause < LongestPause ? pause : LongestPause),
            Reads = payer.Reads + 1,
        };
    }

    private static Change<PayerState> Told(
        Change<PayerState> change,
        AccountId account,
        PayerWorld before,
        PayerWorld after
    ) =>
        MethodOf(before.Chosen) == MethodOf(after.Chosen)
            ? change
            : change.Send(Address.Of(account), new SavedMethodChanged(MethodOf(after.Chosen)));

    private static SavedMethod? MethodOf(ProviderMandate? mandate) =>
        mandate is null
            ? null
            : new SavedMethod(mandate.Id, mandate.Kind, mandate.Reference)
            {
                AccountEnding = mandate is { Kind: "directdebit", Label.Length: > 4 }
                    ? mandate.Label[^4..]
                    : null,
            };

    private static PayerState With(PayerState payer, string world, PayerWorld next) =>
        payer with
        {
            Worlds = payer.Worlds.SetItem(world, next),
        };
}
