using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Elizon.Grains.Providers.Lexware.Wire;

namespace Elizon.Grains.Providers.Lexware;

/// <summary>
/// Lexware Office as the second book (invoicing sheet, section 1): bookkeeping vouchers that bear our own numbers and our
/// own PDF. A Lexware invoice would give the same supply a second number, and its VAT would be owed twice (§ 14c UStG).
/// </summary>
internal sealed class LexwareBook(LexwareApi api) : IInvoiceBook
{
    public async Task<Outcome<Dictionary<string, string>>> Categories()
    {
        var answer = await api.Get<LexwareCategory[]>("/posting-categories");
        return answer.IsDone
            ? Outcome<Dictionary<string, string>>.Done(
                answer
                    .Value!.Where(c => c.Type == "income")
                    .DistinctBy(c => c.Name)
                    .ToDictionary(c => c.Name, c => c.Id)
            )
            : answer.As<Dictionary<string, string>>();
    }

    public async Task<Outcome<BookedVoucher[]>> Find(string number)
    {
        var answer = await api.Get<LexwareVoucherPage>(
            $"/vouchers?voucherNumber={Uri.EscapeDataString(number)}"
        );
        return answer.IsDone
            ? Outcome<BookedVoucher[]>.Done([
                .. answer.Value!.Content.Where(v => v.VoucherNumber == number).Select(Convert),
            ])
            : answer.As<BookedVoucher[]>();
    }

    public async Task<Outcome<BookedVoucher>> Read(string voucher)
    {
        var answer = await api.Get<LexwareVoucher>($"/vouchers/{Uri.EscapeDataString(voucher)}");
        return answer.IsDone
            ? Outcome<BookedVoucher>.Done(Convert(answer.Value!))
            : answer.As<BookedVoucher>();
    }

    public async Task<Outcome<string>> Add(NewVoucher voucher) =>
        Id(
            await api.Post<LexwareCreated>(
                "/vouchers",
                new LexwareVoucher(
                    null,
                    voucher.TakesBack ? "salescreditnote" : "salesinvoice",
                    voucher.Number,
                    Day(voucher.Day),
                    Day(voucher.DueOn),
                    voucher.Gross.Euros,
                    voucher.Tax.Euros,
                    "gross",
                    voucher.Customer is null,
                    voucher.Customer,
                    $"Elizon {voucher.Document}",
                    [
                        .. voucher.Items.Select(i => new LexwareVoucherItem(
                            i.Gross.Euros,
                            i.Tax.Euros,
                            i.Rate,
                            i.Category
                        )),
                    ],
                    null,
                    0
                )
            )
        );

    public async Task<Outcome<string[]>> FindCustomers(BookCustomer customer)
    {
        // In these filters _ and % are wildcards: more may be found than asked for, the note tells ours.
        var by = customer.Email is { } email
            ? $"email={Uri.EscapeDataString(email)}"
            : $"name={Uri.EscapeDataString(customer.Name)}";
        var answer = await api.Get<LexwareFoundPage>($"/contacts?customer=true&{by}");
        return answer.IsDone
            ? Outcome<string[]>.Done([
                .. answer.Value!.Content.Where(c => c.Note == Note(customer)).Select(c => c.Id),
            ])
            : answer.As<string[]>();
    }

    public async Task<Outcome<string>> AddCustomer(BookCustomer customer) =>
        Id(
            await api.Post<LexwareCreated>(
                "/contacts",
                new LexwareContact(
                    0,
                    new LexwareRoles(new LexwareRole()),
                    new LexwareCompany(customer.Name, customer.VatId, true),
                    new LexwareAddresses([
                        new LexwareAddress(
                            customer.Street,
                            customer.Zip,
                            customer.City,
                            customer.Country
                        ),
                    ]),
                    customer.Email is { } email ? new LexwareEmails([email]) : null,
                    Note(customer)
                )
            )
        );

    public async Task<Outcome<Nothing>> Attach(string voucher, string name, byte[] pdf)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "file", name);
        var answer = await api.Send<JsonElement>(
            HttpMethod.Post,
            $"/vouchers/{Uri.EscapeDataString(voucher)}/files",
            form
        );
        return answer.IsDone ? Outcome<Nothing>.Done(default) : answer.As<Nothing>();
    }

    private static BookedVoucher Convert(LexwareVoucher voucher) =>
        new(
            voucher.Id ?? "",
            Money.Round(voucher.TotalGrossAmount),
            Money.Round(voucher.TotalTaxAmount),
            voucher.Files is { Length: > 0 }
        );

    private static Outcome<string> Id(Outcome<LexwareCreated> created) =>
        created.IsDone ? Outcome<string>.Done(created.Value!.Id) : created.As<string>();

    /// <summary>How our contact is known from others with the same address.</summary>
    private static string Note(BookCustomer customer) => $"Elizon {customer.Account}";

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
