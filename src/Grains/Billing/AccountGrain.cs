using System.Security.Cryptography;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Identity;
using Elizon.Services;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Billing;

/// <summary>
/// The one owner of a customer's money. A thin shell: replay, rule, commit, answer. The only grains it awaits are
/// stocks, coupons and the person, which never await it.
/// </summary>
[GrainType("account")]
internal sealed partial class AccountGrain(
    [Aggregate] IAggregate<AccountState> aggregate,
    DocumentRecords documents,
    OrderRecords orders,
    CustomerContracts contracts,
    ClosingRecords closings,
    House house,
    RandomNumberGenerator chance,
    TimeProvider clock,
    ILogger<AccountGrain> logger
) : Grain, IAccountGrain, IRenewalBilling, IInbox, IDue
{
    private AccountId Id => AccountId.Of(this.GetPrimaryKeyString());

    public Task<Money> Balance() => Task.FromResult(aggregate.State.Balance);

    public async Task<BalanceView> Credit(Money amount, string reason, Caller by)
    {
        if (await aggregate.Replay<BalanceView>(by.Operation) is { } earlier)
            return earlier;
        // Staff type the id: a slip must not make an account of nobody.
        await GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();
        var id = NewId.Derived<OrderId>(Identity(by.Operation)).Value;
        var now = clock.GetUtcNow();
        var change = Paying.Settle(
            Credits.Credit(aggregate.State, Id, id, amount, reason, by, house, now),
            Id,
            house,
            now
        )!;
        return await aggregate.Commit(change, by.Operation, new BalanceView(change.Next.Balance));
    }

    public async Task<PlacedOrder> Place(OrderRequest request, Caller by)
    {
        var stage = PlacedStage.Of(by.Operation);
        if (await aggregate.Replay<CheckoutResult>(stage) is { } earlier)
            return Repeated(earlier);
        var order = Ordering.Prepare(
            Identity(by.Operation),
            Id,
            request,
            by,
            house,
            clock.GetUtcNow()
        );
        Ordering.Guard(aggregate.State, order, request.ExpectedTotal, house);
        await Reserve(order);
        try
        {
            return order.Method == PaymentMethod.Mollie && order.ToPay > Money.Zero
                ? await PlaceDraft(order, stage)
                : await Issue(
                    Ordering.PlacePaid(aggregate.State, order, house, clock.GetUtcNow()),
                    order,
                    stage
                );
        }
        catch (UniqueViolationException error) when (error.Constraint == OrderRow.PrimaryKey)
        {
            throw BillingRefusals.OperationForgotten();
        }
    }

    public async Task<PlacedOrder> PayFromBalance(InvoiceId invoice, Caller by)
    {
        if (await aggregate.Replay<CheckoutResult>(by.Operation) is { } earlier)
            return Repeated(earlier);
        if (aggregate.State.OpenInvoices.TryGetValue(invoice, out var open))
            return await PayOpen(open, by);
        var draft = await OpenDraft(invoice);
        var issued = Settlement.FromBalance(aggregate.State, draft, house, clock.GetUtcNow());
        return await Issue(issued, draft.Order, by.Operation);
    }

    public async Task<PlacedOrder> PrepareProviderPayment(InvoiceId invoice, Caller by)
    {
        if (aggregate.State.OpenInvoices.TryGetValue(invoice, out var open))
            return await PrepareOpen(open);
        var draft = await OpenDraft(invoice);
        if (Settlement.Prepare(aggregate.State, draft) is { } change)
            await aggregate.Commit(change);
        return Waiting(aggregate.State.Drafts[invoice]);
    }

    private async Task<PlacedOrder> PlaceDraft(Order order, Operation? stage)
    {
        var change = Ordering.PlaceDraft(aggregate.State, order, house);
        var placed = Waiting(change.Next.Drafts[order.Invoice]);
        var result = await aggregate.Commit(change, stage, placed.Result);
        return placed with { Result = result };
    }

    private async Task<PlacedOrder> Issue(IssuedOrder issued, Order order, Operation? operation)
    {
        var result = await aggregate.Commit(
            issued.Change,
            operation,
            Result(order, issued, null),
            (answer, drawn) =>
                answer with
                {
                    Invoice = answer.Invoice with { Number = drawn.Number },
                }
        );
        // The very orders that the messages carry: whichever arrives first, the other is a repeat.
        var paid = issued.Change.Messages.Select(m => m.Message).OfType<ServiceOrdered>();
        return new PlacedOrder(result, [.. paid.Select(p => p.Order)], null);
    }

    private static CheckoutResult Result(Order order, IssuedOrder issued, string? number) =>
        new(
            new InvoiceSummary(order.Invoice, number, InvoiceStatus.Paid, order.Total),
            [
                .. issued
                    .Units.Where(u => u.From.Offer.AddOn is null)
                    .Select(u => new OrderedService(u.Service, u.Name, ServiceStatus.Pending)),
            ],
            null
        );

    private PlacedOrder Waiting(Draft draft) =>
        new(
            new CheckoutResult(
                new InvoiceSummary(
                    draft.Order.Invoice,
                    null,
                    InvoiceStatus.Draft,
                    draft.Order.Total
                ),
                [],
                null
            ),
            [],
            draft.Payment is null ? null : draft.ToIntent(house)
        );

    /// <summary>A repeat of a checkout: its payment is offered again while it waits.</summary>
    private PlacedOrder Repeated(CheckoutResult earlier) =>
        aggregate.State.Drafts.TryGetValue(earlier.Invoice.Id, out var draft)
            ? Waiting(draft) with
            {
                Result = earlier,
            }
            : new PlacedOrder(earlier, [], null);

    private async Task<Draft> OpenDraft(InvoiceId invoice)
    {
        if (aggregate.State.Drafts.TryGetValue(invoice, out var draft))
            return draft;
        if (aggregate.State.ManualDrafts.ContainsKey(invoice))
            throw BillingRefusals.NotFinalised();
        throw await documents.FindSettled(Id, invoice) switch
        {
            SettledDraft.Issued => BillingRefusals.AlreadyPaid(),
            SettledDraft.Lapsed => BillingRefusals.Lapsed(),
            _ => CommonRefusals.NotFound("invoice"),
        };
    }

    private string Identity(Operation? operation) =>
        operation is null
            ? NewId.Random<OrderId>(chance).Value
            : $"{operation.Key}\n{operation.BodyHash}";
}
