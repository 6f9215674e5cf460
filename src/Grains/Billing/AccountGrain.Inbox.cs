using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Billing;

/// <summary>What payments, services and stocks tell the account.</summary>
internal sealed partial class AccountGrain
{
    public async Task Receive(Delivery delivery)
    {
        var message = delivery.Read();
        var known = await Known(message);
        try
        {
            await aggregate.Receive(
                delivery,
                _ =>
                {
                    var now = clock.GetUtcNow();
                    var change = OpenInvoiceOf(message) is { } open
                        ? React(message, open, known, now)
                        : React(message, known, now);
                    return Paying.Settle(
                        change,
                        Id,
                        house,
                        now,
                        (message as TransferReceived)?.Invoice
                    );
                }
            );
        }
        catch (UniqueViolationException error) when (error.Constraint == LedgerRow.UniqueEffect)
        {
            // Told before under another message: the effect is booked, nothing more is to be done.
            LogBookedBefore(logger, delivery.Type, delivery.Id);
        }
    }

    /// <summary>The issued invoice that a payment's message is about, if it is open.</summary>
    private OpenInvoice? OpenInvoiceOf(Message message)
    {
        var invoice = message switch
        {
            PaymentInFlight told => told.Invoice,
            PaymentReceived told => told.Invoice,
            PaymentEnded told => told.Invoice,
            _ => null,
        };
        return invoice is { } id ? aggregate.State.OpenInvoices.GetValueOrDefault(id) : null;
    }

    private Change<AccountState>? React(
        Message message,
        OpenInvoice open,
        Known known,
        DateTimeOffset now
    ) =>
        message switch
        {
            PaymentInFlight told => Paying.InFlight(aggregate.State, open, told),
            PaymentReceived told => Paying.Received(
                aggregate.State,
                Id,
                open,
                told,
                known.Payer,
                house,
                now
            ),
            PaymentEnded told => Paying.Ended(aggregate.State, Id, open, told, house),
            _ => throw new InvalidOperationException(
                $"An open invoice does not take {message.GetType().Name}."
            ),
        };

    private Change<AccountState>? React(Message message, Known known, DateTimeOffset now) =>
        message switch
        {
            PaymentReceived received => TopUps.Received(
                Settlement.Received(aggregate.State, Id, received, known.Payer, house, now),
                received
            ),
            PaymentEnded ended => TopUps.Ended(aggregate.State, Id, ended)
                ?? Settlement.Ended(aggregate.State, Id, ended, house, now),
            PaymentInFlight => null,
            PaymentChargedBack back => Chargebacks.Received(
                aggregate.State,
                Id,
                back,
                known.Invoice,
                known.Billed,
                house,
                now
            ),
            ChargebackReversed back => Chargebacks.Reversed(
                aggregate.State,
                Id,
                back,
                known.Invoice,
                known.Owed,
                now
            ),
            PaymentRefunded refunded => Refunds.Made(aggregate.State, Id, refunded, now),
            RefundFailed failed => Refunds.Failed(
                aggregate.State,
                Id,
                failed,
                known.Invoice,
                known.Owed,
                now
            ),
            TransferReceived transfer => Transfers.Received(
                aggregate.State,
                Id,
                transfer,
                known.Payer,
                house,
                now
            ),
            TransferReturned returned => Transfers.Returned(aggregate.State, Id, returned, now),
            PayoutDone done => BalancePayouts.Done(aggregate.State, Id, done, now),
            PayoutFailed failed => BalancePayouts.Failed(aggregate.State, Id, failed, now),
            _ => ReactToTrade(message, known, now),
        };

    private Change<AccountState>? ReactToTrade(Message message, Known known, DateTimeOffset now) =>
        message switch
        {
            ServiceDelivered delivered => Deliveries.Delivered(aggregate.State, Id, delivered, now),
            ServiceUndelivered undelivered => Deliveries.Undelivered(
                aggregate.State,
                Id,
                undelivered,
                known.Document,
                house,
                now
            ),
            StockAsked asked => Answer(asked, known.Order),
            SavedMethodChanged changed => Debits.Use(
                aggregate.State,
                // A closed account collects nothing; the payer gives the method up when it reads it.
                aggregate.State.Closed
                    is null
                    ? changed.Method
                    : null,
                known.Contracts ?? []
            ),
            CollectionAsked asked => Debits.Answer(aggregate.State, asked),
            CouponAsked asked => new Change<AccountState>(aggregate.State).Answer(
                asked,
                known.Order
            ),
            _ => TakeBack(message, known, now),
        };

    private Change<AccountState>? TakeBack(Message message, Known known, DateTimeOffset now) =>
        message switch
        {
            RenewalWithdrawn => OpenInvoices.Withdraw(
                aggregate.State,
                Id,
                known.Document,
                InvoiceWords.ContractEnded,
                house,
                now
            ),
            SizeChangeUndone => OpenInvoices.Withdraw(
                aggregate.State,
                Id,
                known.Document,
                InvoiceWords.NotResized,
                house,
                now
            ),
            ContractWithdrawn withdrawn => Withdrawals.Take(
                aggregate.State,
                Id,
                withdrawn,
                known,
                house,
                now
            ),
            SizeChangeWithdrawn withdrawn => Withdrawals.TakeChange(
                aggregate.State,
                Id,
                withdrawn,
                known,
                house,
                now
            ),
            _ => throw new InvalidOperationException(
                $"An account does not take {message.GetType().Name}."
            ),
        };

    /// <summary>What a rule needs from the rows: settled things are not in the state.</summary>
    private async Task<Known> Known(Message message) =>
        message switch
        {
            ServiceUndelivered u => new Known(await documents.FindCorrected(Id, u.Invoice), null),
            RenewalWithdrawn w => new Known(await documents.FindCorrected(Id, w.Invoice), null),
            SizeChangeUndone c => new Known(await documents.FindCorrected(Id, c.Invoice), null),
            ContractWithdrawn w => new Known(await documents.FindCorrected(Id, w.Invoice), null)
            {
                Delivered = await documents.FindDelivered(Id, w.Service),
                Contracts = await contracts.AddedTo(w.Service, UserId.Of(Id.Value)),
            },
            SizeChangeWithdrawn w => new Known(await documents.FindCorrected(Id, w.Invoice), null)
            {
                Delivered = await documents.FindDelivered(Id, w.Service),
            },
            StockAsked s => new Known(null, await orders.StatusOf(Id, s.Order)),
            CouponAsked c => new Known(null, await orders.StatusOf(Id, c.Order)),
            PaymentReceived or TransferReceived when house.Terms.TopUpReceipts => new Known(
                null,
                null
            )
            {
                Payer = await Payer(),
            },
            PaymentChargedBack c => await Paid(Movements.Received(c.ProviderPayment)),
            ChargebackReversed c => await Paid(Movements.Received(c.ProviderPayment)),
            RefundFailed r => await Paid(Movements.Taken(r.Refund)),
            SavedMethodChanged m
                when Debits.IsDebit(m.Method) != Debits.IsDebit(aggregate.State.SavedMethod) =>
                new Known(null, null) { Contracts = await contracts.Running(UserId.Of(Id.Value)) },
            _ => new Known(null, null),
        };

    /// <summary>Whom a receipt names; null: nobody is known, which keeps no money from being booked.</summary>
    private async Task<BillingProfile?> Payer()
    {
        try
        {
            return await GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();
        }
        catch (Refusal error) when (error.Kind == RefusalKind.NotFound)
        {
            return null;
        }
    }

    private async Task<Known> Paid(string effect) =>
        await documents.PaidBy(Id, effect) is { } invoice
            ? new(null, null)
            {
                Invoice = invoice,
                Billed = await documents.FindBilled(Id, invoice),
                Owed = (await documents.FindCorrected(Id, invoice))?.Open ?? Money.Zero,
            }
            : new(null, null);

    private Change<AccountState> Answer(StockAsked asked, OrderStatus? status) =>
        new Change<AccountState>(aggregate.State).Send(
            StockAddress.Of(asked.Stock),
            status switch
            {
                OrderStatus.Paid => new StockConfirmed(asked.Order),
                OrderStatus.Waiting => new StockHeld(asked.Order),
                _ => new StockReleased(asked.Order),
            }
        );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Message {Type} {Id} tells what is booked already"
    )]
    private static partial void LogBookedBefore(ILogger logger, string type, long id);
}

/// <summary>Rows that a message's rule looks at.</summary>
internal readonly record struct Known(CorrectedInvoice? Document, OrderStatus? Order)
{
    /// <summary>What the money in question had paid; null: it had gone to the balance.</summary>
    public InvoiceId? Invoice { get; init; }

    /// <summary>What that invoice charges; null when nothing of it goes on.</summary>
    public BilledInvoice? Billed { get; init; }

    /// <summary>Contracts that are to hear of it.</summary>
    public ServiceId[]? Contracts { get; init; }

    /// <summary>What is open of that invoice.</summary>
    public Money Owed { get; init; }

    /// <summary>Whom a receipt names; null where none is given, or nobody is known.</summary>
    public BillingProfile? Payer { get; init; }

    /// <summary>The piece that a customer withdrew from.</summary>
    public DeliveredUnit? Delivered { get; init; }
}
