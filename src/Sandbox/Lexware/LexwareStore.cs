using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Lexware;

/// <summary>Contacts, vouchers and categories of the one organisation.</summary>
internal sealed class LexwareStore(SandboxStore store)
{
    private const string ContactKind = "lexware-contact";
    private const string VoucherKind = "lexware-voucher";
    private const int FirstCustomer = 10001;

    public static readonly IReadOnlyList<LexwareCategory> Categories =
    [
        new("8f8664a8-fd86-11e1-a21f-0800200c9a66", "Dienstleistung", "income", false),
        new(
            "4ebd965a-7126-416c-9d8c-a5c9366ee473",
            "Fernverkauf und elektronische Dienstleistung",
            "income",
            false
        ),
        new("380a20cb-d04c-426e-b49c-84c22adfa362", "Fremdleistung §13b", "income", true),
        new(
            "93d24c20-ea84-424e-a731-5e1b78d1e6a9",
            "Dienstleistung an Drittländer",
            "income",
            false
        ),
        new(
            "f5c7fee8-f184-4e7a-ab04-8f7e7ad6c207",
            "Einnahmen als Kleinunternehmer",
            "income",
            false
        ),
        new("16d04a20-ffc1-11e1-a21f-0800200c9a66", "Fremdleistung", "outgo", false),
    ];

    public IReadOnlyList<LexwareContact> Contacts => store.All<LexwareContact>(ContactKind);

    public IReadOnlyList<LexwareVoucher> Vouchers => store.All<LexwareVoucher>(VoucherKind);

    public LexwareContact? Contact(string id) => store.Get<LexwareContact>(ContactKind, id);

    public LexwareVoucher? Voucher(string id) => store.Get<LexwareVoucher>(VoucherKind, id);

    public LexwareContact Add(LexwareContact contact) =>
        store.Exclusively(() =>
        {
            var numbered = contact with { Number = FirstCustomer + Contacts.Count };
            store.Put(ContactKind, numbered.Id, numbered);
            return numbered;
        });

    public void Add(LexwareVoucher voucher) => store.Put(VoucherKind, voucher.Id, voucher);

    public LexwareVoucher? Attach(string voucher, string file) =>
        store.Update<LexwareVoucher>(
            VoucherKind,
            voucher,
            v => v with { Files = [.. v.Files, file], Version = v.Version + 1 }
        );
}
