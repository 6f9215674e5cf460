using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Providers;
using Elizon.Grains.Taxes;

namespace Elizon.Grains.SecondBook;

/// <summary>From an issued document to a voucher of the book.</summary>
internal static class Vouchers
{
    /// <summary>Null when a posting category is not there.</summary>
    /// <param name="names">Names of posting categories by return.</param>
    public static NewVoucher? Of(
        IssuedDocument document,
        BookCall call,
        IReadOnlyDictionary<string, string> names,
        string homeCountry
    )
    {
        var content = document.Content;
        var back = content.Sum.Gross < Money.Zero;
        var items = new List<VoucherItem>();
        foreach (var group in content.Taxes)
        {
            var declared = TaxReturns.Of(group.Category, content.Tax.Country, homeCountry);
            if (
                !names.TryGetValue(declared, out var name)
                || !call.Categories.TryGetValue(name, out var category)
            )
                return null;
            var sum = back ? -group.Sum : group.Sum;
            items.Add(new VoucherItem(sum.Gross, sum.Tax, group.Rate, category));
        }
        var total = back ? -content.Sum : content.Sum;
        return new NewVoucher(
            document.Number,
            document.Id,
            content.IssuedOn,
            content.DueOn,
            back,
            call.Customer,
            total.Gross,
            total.Tax,
            [.. items]
        );
    }

    public static BookCustomer CustomerOf(IssuedDocument document, AccountId account)
    {
        var buyer = document.Content.Buyer;
        return new BookCustomer(
            account,
            buyer.Name,
            buyer.VatId,
            buyer.Street,
            buyer.Zip,
            buyer.City,
            buyer.Country,
            buyer.Email
        );
    }
}
