using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// Makes the content of a document that takes back from an invoice. Seller, buyer, tax decision and lines come from the
/// original, whatever changed since; amounts are the exact negative of what they bore there.
/// </summary>
internal static class CorrectionContent
{
    /// <summary>Takes one sold piece back.</summary>
    /// <param name="paid">What is left of what it bore.</param>
    /// <param name="reason">In the document's language; null: it could not be provisioned.</param>
    public static InvoiceContent Of(
        IssuedDocument original,
        SoldUnit unit,
        Amounts paid,
        DateOnly day,
        string? reason = null
    )
    {
        var line = original.Content.Lines[unit.Line];
        var back = Back(line, -1, line.UnitPrice, paid) with
        {
            Description = line.Description.Contains(unit.Name, StringComparison.Ordinal)
                ? line.Description
                : $"{unit.Name} · {line.Description}",
        };
        return Of(
            original,
            InvoiceKind.Correction,
            [back],
            reason ?? InvoiceWords.NotDelivered(unit.Name, original.Content.Language),
            day
        );
    }

    /// <summary>Takes back all that is left.</summary>
    /// <exception cref="Refusal">Conflict: nothing is left.</exception>
    public static InvoiceContent Cancel(
        IssuedDocument original,
        Remainder left,
        string reason,
        DateOnly day
    ) =>
        left.Gone
            ? throw BillingRefusals.NothingLeft()
            : Of(
                original,
                InvoiceKind.Cancellation,
                original
                    .Content.Lines.Select((line, i) => (Line: line, Left: left.Lines[i]))
                    .Where(l => l.Left != default)
                    .Select(l =>
                        l.Left == l.Line.Sum
                            ? Back(l.Line, -l.Line.Quantity, l.Line.UnitPrice, l.Left)
                            : Part(l.Line, l.Left)
                    ),
                reason,
                day
            );

    /// <summary>Takes back amounts from single lines.</summary>
    /// <param name="parts">Gross, above zero, by the original's position; each at most what is left there.</param>
    /// <exception cref="Refusal">Invalid: no such line, or more than is left of it.</exception>
    public static InvoiceContent Take(
        IssuedDocument original,
        Remainder left,
        IReadOnlyCollection<LineCorrection> parts,
        string reason,
        DateOnly day
    )
    {
        if (parts.Count == 0 || parts.DistinctBy(p => p.Position).Count() < parts.Count)
            throw CommonRefusals.Invalid("'lines' names each position once and at least one.");
        return Of(
            original,
            InvoiceKind.Correction,
            parts
                .OrderBy(p => p.Position)
                .Select(p => Part(LineOf(original, p), left.Share(p.Position, p.Amount))),
            reason,
            day
        );
    }

    private static ContentLine LineOf(IssuedDocument original, LineCorrection part) =>
        original.Content.Lines.FirstOrDefault(l => l.Position == part.Position)
        ?? throw CommonRefusals.Invalid($"The invoice has no line {part.Position}.");

    /// <summary>A part has no number of pieces: one, at its own price.</summary>
    private static ContentLine Part(ContentLine line, Amounts part) =>
        Back(line, -1, part.Gross, part);

    private static ContentLine Back(ContentLine line, int quantity, Money price, Amounts taken) =>
        line with
        {
            Quantity = quantity,
            UnitPrice = price,
            Sum = -taken,
            Discount = price * quantity + taken.Gross,
            Takes = line.Position,
        };

    private static InvoiceContent Of(
        IssuedDocument original,
        InvoiceKind kind,
        IEnumerable<ContentLine> lines,
        string reason,
        DateOnly day
    )
    {
        var content = original.Content;
        ImmutableArray<ContentLine> taken =
        [
            .. lines.Select((line, i) => line with { Position = i + 1 }),
        ];
        var sum = Amounts.Sum(taken.Select(l => l.Sum));
        return content with
        {
            Kind = kind,
            IssuedOn = day,
            DueOn = day,
            Lines = taken,
            Taxes = [TaxGroup.Of(content.Tax, sum, content.Language)],
            Sum = sum,
            PaidBy = PaymentMethod.Guthaben,
            Payment = PaymentInstruction.Balance,
            Corrects = new CorrectedDocument(original.Id, original.Number, content.IssuedOn),
            Reason = reason,
        };
    }
}

/// <summary>A document as it was issued.</summary>
internal sealed record IssuedDocument(
    InvoiceId Id,
    string Number,
    DateTimeOffset IssuedAt,
    InvoiceContent Content
);
