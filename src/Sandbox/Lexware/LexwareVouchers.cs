using System.Globalization;
using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Lexware;

/// <summary>Takes vouchers by Lexware's rules: sums fit exactly, categories exist, dates are days.</summary>
internal sealed class LexwareVouchers(LexwareStore store, FaultBoard faults)
{
    private static readonly string[] Types =
    [
        "salesinvoice",
        "salescreditnote",
        "purchaseinvoice",
        "purchasecreditnote",
    ];

    public IResult Create(VoucherBody body)
    {
        if (Fault(body) is { } fault)
            return fault;
        var items = body.VoucherItems!;
        if (
            items.Sum(i => i.TaxAmount) != body.TotalTaxAmount
            || items.Sum(i => i.Amount + (body.TaxType == "net" ? i.TaxAmount : 0))
                != body.TotalGrossAmount
        )
            return LexwareAnswers.Issue("totalGrossAmount", "sum_mismatch");
        var voucher = new LexwareVoucher(
            Guid.CreateVersion7().ToString(),
            body.Type!,
            body.VoucherNumber!,
            body.VoucherDate!,
            body.DueDate,
            body.TotalGrossAmount!.Value + Wrong(),
            body.TotalTaxAmount!.Value,
            body.TaxType!,
            body.UseCollectiveContact ?? false,
            body.ContactId,
            body.Remark,
            items,
            [],
            1
        );
        store.Add(voucher);
        return LexwareAnswers.Created(voucher.Id, "vouchers");
    }

    private IResult? Fault(VoucherBody body)
    {
        if (!Types.Contains(body.Type))
            return LexwareAnswers.Issue("type", "invalid_value");
        if (string.IsNullOrEmpty(body.VoucherNumber))
            return LexwareAnswers.Issue("voucherNumber", "missing_entity");
        if (!IsDay(body.VoucherDate) || (body.DueDate is not null && !IsDay(body.DueDate)))
            return LexwareAnswers.Issue("voucherDate", "invalid_value");
        if (body.TaxType is not ("net" or "gross"))
            return LexwareAnswers.Issue("taxType", "invalid_value");
        if (body.TotalGrossAmount is null || body.TotalTaxAmount is null)
            return LexwareAnswers.Issue("totalGrossAmount", "missing_entity");
        if (body.VoucherItems is not { Length: > 0 })
            return LexwareAnswers.Issue("voucherItems", "missing_entity");
        if (body.UseCollectiveContact is true == body.ContactId is not null)
            return LexwareAnswers.Issue("contactId", "invalid_value");
        if (body.ContactId is { } contact && store.Contact(contact) is null)
            return LexwareAnswers.Issue("contactId", "unknown_entity");
        return body.VoucherItems.All(i => Fits(i, body))
            ? null
            : LexwareAnswers.Issue("voucherItems[0].categoryId", "invalid_value");
    }

    private static bool Fits(LexwareItem item, VoucherBody body) =>
        LexwareStore.Categories.FirstOrDefault(c => c.Id == item.CategoryId) is { } category
        && (!category.ContactRequired || body.ContactId is not null);

    private static bool IsDay(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private decimal Wrong() =>
        faults.Take(LexwareSimulator.SimulatorName, LexwareFaults.WrongTotal) is { } wrong
            ? decimal.Parse(wrong.Value ?? "1", CultureInfo.InvariantCulture) / 100
            : 0;
}
