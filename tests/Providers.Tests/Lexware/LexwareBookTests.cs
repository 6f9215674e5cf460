using Elizon.Grains.Providers;
using Elizon.Grains.Providers.Lexware;
using Elizon.Providers.Tests.Sandbox;
using Elizon.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Providers.Tests.Lexware;

/// <summary>The adapter before the sandbox's Lexware.</summary>
public sealed class LexwareBookTests : SandboxTest
{
    private static readonly BookCustomer Customer = new(
        AccountId.Of("anna"),
        "Donau_Spiele GmbH",
        "ATU12345678",
        "Ringstraße 1",
        "1010",
        "Wien",
        "AT",
        "buch@donau.example"
    );

    private ServiceProvider _services = null!;
    private IInvoiceBook _book = null!;

    protected override void Configure(SandboxOptions options) =>
        options.LexwareRequestsPerSecond = 1000;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection();
        services.AddHttpClient(LexwareApi.ClientName);
        services.AddSingleton<LexwareApi>();
        services.AddSingleton<IInvoiceBook, LexwareBook>();
        services.AddSingleton(
            Options.Create(
                new LexwareOptions
                {
                    BaseUrl = Control("lexware/v1").ToString(),
                    ApiKey = "sandbox-lexware-key",
                }
            )
        );
        _services = services.BuildServiceProvider();
        _book = _services.GetRequiredService<IInvoiceBook>();
    }

    public override async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_document_is_kept_with_its_totals_and_its_file()
    {
        var made = await _book.Add(await Voucher());
        Assert.True(made.IsDone, made.Reason);
        var read = (await _book.Read(made.Value!)).Value!;
        Assert.Equal(
            (new Money(1199), new Money(191), false),
            (read.Gross, read.Tax, read.HasFile)
        );
        Assert.True((await _book.Attach(read.Id, "RE-1.pdf", "%PDF-"u8.ToArray())).IsDone);
        var found = Assert.Single((await _book.Find("RE-1")).Value!);
        Assert.Equal((read.Id, true), (found.Id, found.HasFile));
        Assert.Empty((await _book.Find("RE-2")).Value!);
    }

    [Theory]
    [InlineData("create.504-done")]
    [InlineData("create.lost-answer")]
    public async Task A_lost_answer_is_unknown_and_found_by_the_number(string fault)
    {
        await SwitchOn("lexware", fault, new { remaining = 1, target = "vouchers.create" });
        Assert.Equal(OutcomeKind.Unknown, (await _book.Add(await Voucher())).Kind);
        Assert.Single((await _book.Find("RE-1")).Value!);
    }

    [Fact]
    public async Task A_business_is_found_by_our_mark_only()
    {
        Assert.Empty((await _book.FindCustomers(Customer)).Value!);
        var made = await _book.AddCustomer(Customer);
        Assert.Equal([made.Value!], (await _book.FindCustomers(Customer)).Value!);
        Assert.Empty(
            (await _book.FindCustomers(Customer with { Account = AccountId.Of("ben") })).Value!
        );
    }

    [Fact]
    public async Task What_goes_wrong_has_its_outcome()
    {
        var voucher = await Voucher();
        (string Fault, OutcomeKind Kind, RefusedFor For)[] faults =
        [
            ("call.429", OutcomeKind.Refused, RefusedFor.Down),
            ("call.503", OutcomeKind.Refused, RefusedFor.Down),
            ("call.500", OutcomeKind.Unknown, RefusedFor.None),
            ("create.504", OutcomeKind.Unknown, RefusedFor.None),
            ("create.406", OutcomeKind.Refused, RefusedFor.Invalid),
        ];
        foreach (var (fault, kind, why) in faults)
        {
            await SwitchOn("lexware", fault, new { remaining = 1 });
            var made = await _book.Add(voucher);
            Assert.Equal((fault, kind, why), (fault, made.Kind, made.For));
        }
        Assert.Equal(RefusedFor.Missing, (await _book.Read("nothing")).For);
        Assert.Equal(
            RefusedFor.Invalid,
            (await _book.Add(voucher with { Gross = new Money(1200) })).For
        );
    }

    [Fact]
    public async Task Totals_that_differ_are_read_as_they_are()
    {
        await SwitchOn("lexware", "voucher.wrong-total", new { value = "3" });
        var made = await _book.Add(await Voucher());
        Assert.Equal(new Money(1202), (await _book.Read(made.Value!)).Value!.Gross);
    }

    private async Task<NewVoucher> Voucher()
    {
        var categories = (await _book.Categories()).Value!;
        var day = new DateOnly(2026, 11, 25);
        return new NewVoucher(
            "RE-1",
            InvoiceId.Of("i1"),
            day,
            day,
            false,
            null,
            new Money(1199),
            new Money(191),
            [new VoucherItem(new Money(1199), new Money(191), 19, categories["Dienstleistung"])]
        );
    }
}
