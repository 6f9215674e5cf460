namespace Elizon.Grains.Providers;

/// <summary>
/// A bookkeeping program that keeps our documents a second time, in our words. One call each, none is repeated here: who
/// calls paces them and looks up what is unknown. Never throws for what the line does.
/// </summary>
internal interface IInvoiceBook
{
    /// <summary>Ids of posting categories by their names.</summary>
    Task<Outcome<Dictionary<string, string>>> Categories();

    /// <summary>Vouchers that bear our document's number.</summary>
    Task<Outcome<BookedVoucher[]>> Find(string number);

    Task<Outcome<BookedVoucher>> Read(string voucher);

    /// <summary>The id of the new voucher.</summary>
    Task<Outcome<string>> Add(NewVoucher voucher);

    /// <summary>Ids of the contacts made for this account.</summary>
    Task<Outcome<string[]>> FindCustomers(BookCustomer customer);

    /// <summary>The id of the new contact.</summary>
    Task<Outcome<string>> AddCustomer(BookCustomer customer);

    Task<Outcome<Nothing>> Attach(string voucher, string name, byte[] pdf);
}

/// <summary>A business of the second book. Personal data: never logged.</summary>
internal sealed record BookCustomer(
    AccountId Account,
    string Name,
    string? VatId,
    string Street,
    string Zip,
    string City,
    string Country,
    string? Email
);

/// <summary>One of our documents. Amounts are positive; <paramref name="TakesBack"/> says which way they count.</summary>
/// <param name="Customer">The contact's id; null for the collective one, which private persons share.</param>
internal sealed record NewVoucher(
    string Number,
    InvoiceId Document,
    DateOnly Day,
    DateOnly DueOn,
    bool TakesBack,
    string? Customer,
    Money Gross,
    Money Tax,
    VoucherItem[] Items
);

/// <summary>The sums of one rate.</summary>
/// <param name="Category">The posting category's id.</param>
internal sealed record VoucherItem(Money Gross, Money Tax, decimal Rate, string Category);

/// <summary>A voucher as the book has it.</summary>
[GenerateSerializer, Immutable, Alias("BookedVoucher")]
internal sealed record BookedVoucher(
    [property: Id(0)] string Id,
    [property: Id(1)] Money Gross,
    [property: Id(2)] Money Tax,
    [property: Id(3)] bool HasFile
);
