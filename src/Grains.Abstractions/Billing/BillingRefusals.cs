namespace Elizon.Billing;

/// <summary>What billing refuses.</summary>
public static class BillingRefusals
{
    public static Refusal BalanceTooLow(Money total, Money balance) =>
        new(
            RefusalKind.PaymentRequired,
            "balance.tooLow",
            $"The balance of {balance} EUR does not cover {total} EUR."
        );

    public static Refusal TopUpOutOfRange(Money min, Money max) =>
        new(
            RefusalKind.Invalid,
            "topUp.outOfRange",
            $"A top-up is between {min} and {max} EUR.",
            [$"'amount' must be between {min} and {max}."]
        );

    public static Refusal CreditOutOfRange(Money max) =>
        new(
            RefusalKind.Invalid,
            "credit.outOfRange",
            $"A credit is above 0.00 and at most {max} EUR.",
            [$"'amount' must be above 0.00 and at most {max}."]
        );

    public static Refusal MethodUnavailable(PaymentMethod method) =>
        new(
            RefusalKind.Conflict,
            "payment.methodUnavailable",
            $"Paying by '{method.ToString().ToLowerInvariant()}' is not available yet."
        );

    public static Refusal AutoTopUpExists() =>
        new(
            RefusalKind.Conflict,
            "autoTopUp.exists",
            "There is an automatic top-up already. Change or delete it."
        );

    public static Refusal PaymentUnderWay() =>
        new(
            RefusalKind.Conflict,
            "payment.underWay",
            "A payment of this invoice is on its way; wait until it arrives or fails."
        );

    public static Refusal PeriodOpen() =>
        new(
            RefusalKind.Conflict,
            "invoice.periodOpen",
            "The invoice charges a period of a running contract. End the contract, correct a part, or mark it paid."
        );

    public static Refusal AlreadyPaid() =>
        new(RefusalKind.Conflict, "invoice.alreadyPaid", "The invoice is paid already.");

    public static Refusal Lapsed() =>
        new(
            RefusalKind.Conflict,
            "invoice.lapsed",
            "The order was not paid in time and has lapsed. Please order again."
        );

    public static Refusal NoDocumentYet() =>
        new(
            RefusalKind.Conflict,
            "invoice.noDocument",
            "A draft has no document yet; it is issued when the payment arrives."
        );

    public static Refusal Finalised() =>
        new(RefusalKind.Conflict, "invoice.finalised", "The invoice is finalised already.");

    public static Refusal NotFinalised() =>
        new(
            RefusalKind.Conflict,
            "invoice.notFinalised",
            "The invoice is a draft. Finalise it before anything is done about it."
        );

    public static Refusal OfOrder() =>
        new(
            RefusalKind.Conflict,
            "invoice.ofOrder",
            "The draft belongs to an order: its invoice is issued when it is paid. Book its payment with mark-paid."
        );

    public static Refusal TooManyDrafts(int most) =>
        new(
            RefusalKind.Conflict,
            "invoice.tooManyDrafts",
            $"An account has at most {most} drafts by hand. Finalise or discard some."
        );

    public static Refusal NoProforma() =>
        new(
            RefusalKind.Conflict,
            "invoice.noProforma",
            "The invoice is issued; there is a proforma only of a draft."
        );

    public static Refusal NotCorrectable() =>
        new(
            RefusalKind.Conflict,
            "invoice.notCorrectable",
            "A document that takes back cannot be taken back; issue a new invoice."
        );

    public static Refusal NothingLeft() =>
        new(
            RefusalKind.Conflict,
            "invoice.nothingLeft",
            "Nothing of the invoice is left that could be taken back."
        );

    public static Refusal CorrectionOutOfRange(int position, Money left) =>
        new(
            RefusalKind.Invalid,
            "correction.outOfRange",
            $"A correction is above 0.00 and at most {left} EUR for line {position}.",
            [$"'lines' must take above 0.00 and at most {left} from line {position}."]
        );

    public static Refusal OperationForgotten() =>
        new(
            RefusalKind.Conflict,
            "idempotency.forgotten",
            "This Idempotency-Key was used for an earlier order whose answer is no longer kept."
        );

    public static Refusal CountryNotServed(string country) =>
        new(
            RefusalKind.Invalid,
            "tax.countryUnknown",
            $"No tax rate is known for the country '{country}' of the billing address."
        );

    public static Refusal AutopayGone() =>
        new(
            RefusalKind.Gone,
            "autopay.gone",
            "Autopay is set for each subscription now: PATCH /api/services/{id}/subscription/autopay."
        );

    public static Refusal CountryNotSoldTo(string country) =>
        new(RefusalKind.Invalid, "tax.countryNotServed", $"Nothing is sold to '{country}'.");

    public static Refusal NothingToPayOut() =>
        new(RefusalKind.Conflict, "balance.nothingToPayOut", "The balance has nothing to pay out.");

    public static Refusal OrdersWait() =>
        new(
            RefusalKind.Conflict,
            "balance.ordersWait",
            "Orders still wait for their payment. Let them lapse first."
        );

    public static Refusal NoDatevAccount(string[] ledgers) =>
        new(
            RefusalKind.Conflict,
            "ledger.noDatevAccount",
            "Set Billing:Datev:Accounts for these ledgers first.",
            [.. ledgers.Select(l => $"'{l}' has no account.")]
        );
}
