using System.Collections.Immutable;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>What an issued invoice charges.</summary>
/// <param name="Services">Empty for an invoice by hand.</param>
/// <param name="Product">Null for an invoice by hand.</param>
/// <param name="Allocations">How often money was allocated to it or taken from it.</param>
internal sealed record BilledInvoice(
    InvoiceId Id,
    ImmutableArray<ServiceId> Services,
    int Period,
    ProductId? Product,
    string Name,
    string Locale,
    int Allocations
);

/// <summary>Money that had paid an invoice goes back, so that it is owed and dunned again; or comes back.</summary>
internal static class Reopening
{
    /// <summary>
    /// The invoice is open again and due now. It is not collected: the bank or the house just gave its money back. Points that
    /// it had earned go.
    /// </summary>
    /// <param name="billed">Null: it charges nothing that goes on, and stays a claim without dunning.</param>
    /// <param name="key">Of the movement that took the money.</param>
    /// <param name="autopay">Whether money that comes in pays it.</param>
    public static Change<AccountState> Reopen(
        this Change<AccountState> change,
        AccountId account,
        BilledInvoice? billed,
        Money amount,
        string key,
        bool autopay,
        House house,
        DateTimeOffset now
    )
    {
        if (billed is null)
            return change;
        var open = change.Next.OpenInvoices.TryGetValue(billed.Id, out var known)
            ? known with
            {
                Total = known.Total + amount,
            }
            : Anew(billed, amount, autopay, house, now);
        return Paying
            .Put(change, open)
            .Unearn(account, open.Id, key, amount, house.Terms.Points, now);
    }

    /// <summary>Money comes back to its invoice while that is owed; else it is the customer's.</summary>
    /// <param name="owed">What is open of the invoice by its rows.</param>
    /// <param name="toInvoice">Books it to the invoice.</param>
    /// <param name="toBalance">Books it to the balance.</param>
    /// <param name="source">As in <see cref="AllocationRow.Source"/>.</param>
    public static Change<AccountState> GiveBack(
        this Change<AccountState> change,
        AccountId account,
        Money amount,
        Money owed,
        Movement toInvoice,
        Movement toBalance,
        string source,
        DateTimeOffset now
    )
    {
        if (toInvoice.Invoice is not { } invoice || amount > owed)
            return change.Book(account, toBalance, now);
        return change
            .Book(account, toInvoice, now)
            .Record(new AllocationRow(toInvoice.Effect, account, invoice, amount, source, now))
            .Reduce(account, invoice, amount, now);
    }

    private static OpenInvoice Anew(
        BilledInvoice billed,
        Money amount,
        bool autopay,
        House house,
        DateTimeOffset now
    ) =>
        new(
            billed.Id,
            billed.Services is [var first, ..] ? first : null,
            billed.Period,
            billed.Product,
            billed.Name,
            amount,
            now,
            autopay
        )
        {
            Locale = billed.Locale,
            Round = Math.Max(1, billed.Allocations),
            Attempt = Paying.MostCollections,
            NextAt = house.Dunning(billed.Product).At(0, now),
            Others = billed.Services.Length <= 1 ? null : [.. billed.Services.Skip(1)],
        };
}
