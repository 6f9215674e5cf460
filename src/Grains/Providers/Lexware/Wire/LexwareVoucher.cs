namespace Elizon.Grains.Providers.Lexware.Wire;

/// <summary>Bookkeeping vouchers as Lexware writes them (invoicing sheet, section 1).</summary>
internal sealed record LexwareVoucher(
    string? Id,
    string? Type,
    string? VoucherNumber,
    string? VoucherDate,
    string? DueDate,
    decimal TotalGrossAmount,
    decimal TotalTaxAmount,
    string? TaxType,
    bool UseCollectiveContact,
    string? ContactId,
    string? Remark,
    LexwareVoucherItem[]? VoucherItems,
    string[]? Files,
    int Version
);

internal sealed record LexwareVoucherItem(
    decimal Amount,
    decimal TaxAmount,
    decimal TaxRatePercent,
    string CategoryId
);

internal sealed record LexwareVoucherPage(LexwareVoucher[] Content);

internal sealed record LexwareCategory(string Id, string Name, string Type);
