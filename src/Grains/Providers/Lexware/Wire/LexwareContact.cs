namespace Elizon.Grains.Providers.Lexware.Wire;

/// <summary>A contact that is written: at most one entry per list.</summary>
internal sealed record LexwareContact(
    int Version,
    LexwareRoles Roles,
    LexwareCompany Company,
    LexwareAddresses Addresses,
    LexwareEmails? EmailAddresses,
    string Note
);

internal sealed record LexwareRoles(LexwareRole Customer);

internal sealed record LexwareRole;

internal sealed record LexwareCompany(
    string Name,
    string? VatRegistrationId,
    bool AllowTaxFreeInvoices
);

internal sealed record LexwareAddresses(LexwareAddress[] Billing);

internal sealed record LexwareAddress(string Street, string Zip, string City, string CountryCode);

internal sealed record LexwareEmails(string[] Business);

internal sealed record LexwareFound(string Id, string? Note);

internal sealed record LexwareFoundPage(LexwareFound[] Content);

internal sealed record LexwareCreated(string Id);
