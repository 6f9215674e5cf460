namespace Elizon.Sandbox.Lexware;

/// <summary>A contact as it is kept.</summary>
internal sealed record LexwareContact(
    string Id,
    int Number,
    string Name,
    string? VatRegistrationId,
    string? Email,
    string? Note,
    int Version
);

/// <summary>A bookkeeping voucher as it is kept.</summary>
internal sealed record LexwareVoucher(
    string Id,
    string Type,
    string VoucherNumber,
    string VoucherDate,
    string? DueDate,
    decimal TotalGrossAmount,
    decimal TotalTaxAmount,
    string TaxType,
    bool UseCollectiveContact,
    string? ContactId,
    string? Remark,
    IReadOnlyList<LexwareItem> VoucherItems,
    IReadOnlyList<string> Files,
    int Version
);

internal sealed record LexwareItem(
    decimal Amount,
    decimal TaxAmount,
    decimal TaxRatePercent,
    string? CategoryId
);

/// <summary>A posting category.</summary>
internal sealed record LexwareCategory(string Id, string Name, string Type, bool ContactRequired);

/// <summary>What comes in as a contact.</summary>
internal sealed record ContactBody(
    int? Version,
    ContactRoles? Roles,
    ContactCompany? Company,
    ContactPerson? Person,
    ContactEmails? EmailAddresses,
    string? Note
);

internal sealed record ContactRoles(object? Customer, object? Vendor);

internal sealed record ContactCompany(
    string? Name,
    string? VatRegistrationId,
    bool? AllowTaxFreeInvoices
);

internal sealed record ContactPerson(string? FirstName, string? LastName);

internal sealed record ContactEmails(string[]? Business);

/// <summary>What comes in as a voucher.</summary>
internal sealed record VoucherBody(
    string? Type,
    string? VoucherNumber,
    string? VoucherDate,
    string? DueDate,
    decimal? TotalGrossAmount,
    decimal? TotalTaxAmount,
    string? TaxType,
    bool? UseCollectiveContact,
    string? ContactId,
    string? Remark,
    LexwareItem[]? VoucherItems,
    int? Version
);
