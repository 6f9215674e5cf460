using Elizon.Catalog;
using Elizon.Declarations;
using Elizon.Grains.Billing;
using Elizon.Grains.Mail;
using Elizon.Payments;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Mail;

public sealed class MailRendererTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly UserId Person = new("u1");
    private readonly MailRenderer _renderer = new(
        Options.Create(
            new MailSiteOptions { Url = "https://elizon.example/", Imprint = "elizon GmbH, Berlin" }
        )
    );

    private static readonly SendMail[] All =
    [
        Mails.Activation("a@b.example", "de", "123456"),
        Mails.AddressTaken("a@b.example", "de"),
        Mails.PasswordReset(Person, "tok-en"),
        Mails.PasswordChanged(Person, At),
        Mails.NewApiKey(Person, "ci", ["services:read", "billing:read"], At),
        Mails.Order(Person, new OrderId("o1"), Items, new Money(123_456), "RE-2026-000001"),
        Mails.TopUpReceived(
            Person,
            new Money(5_000),
            new Money(123_456),
            At,
            "GB-7H2KQ9XA3MZP-0001"
        ),
        Mails.ServerReady(
            Person,
            new ServiceId("s1"),
            "Mein Server",
            "Minecraft 4 GB",
            "203.0.113.7:25565",
            "Frankfurt"
        ),
        Mails.Invoice(
            Person,
            new InvoiceId("i1"),
            "RE-2026-000001",
            new Money(999),
            At,
            At.AddDays(14)
        ),
        Mails.PaymentFailed(Person, new Money(999), "expired", null),
        Mails.VatIdInvalid(Person, "ATU12345678"),
        Mails.ProvisioningFailed(Person, "Mein Server", "Minecraft 4 GB", new Money(999)),
        Mails.PaymentCredited(Person, new Money(999), new Money(123_456), null),
        Mails.ChargedBack(Person, new Money(999), null, new Money(-999)),
        Mails.Refunded(Person, new Money(999), RefundTo.Method),
        Mails.AutoTopUpOff(Person, new Money(999), 3, "card_expired"),
        Mails.DirectDebitAnnounced(Person, new Money(999), "M-1", At),
        Mails.InvoiceDebitAnnounced(
            Person,
            new InvoiceId("i1"),
            new Money(999),
            At,
            new SavedMethod(new MandateId("mdt_1"), "directdebit", "M-1")
            {
                AccountEnding = "3000",
            },
            "DE98ZZZ09999999999"
        ),
        Mails.PaymentReminder(
            Person,
            new InvoiceId("i1"),
            "Mein Server",
            new Money(999),
            At,
            At.AddDays(3)
        ),
        Mails.ServiceSuspended(
            Person,
            new InvoiceId("i1"),
            "Mein Server",
            new Money(999),
            At.AddDays(17)
        ),
        Mails.DeletionAnnounced(
            Person,
            new InvoiceId("i1"),
            "Mein Server",
            new Money(999),
            At.AddDays(17)
        ),
        Mails.ServiceTerminated(Person, "Mein Server"),
        Mails.AddOnReady(
            Person,
            new ServiceId("s1"),
            "Mein Server",
            "Zusätzliche Adresse",
            "10.0.0.1:25570"
        ),
        Mails.CancellationConfirmed(Person, new ServiceId("s1"), "Mein Server", At, At.AddDays(30)),
        Mails.PriceChanged(
            Person,
            new ServiceId("s1"),
            "Mein Server",
            new Money(999),
            new Money(1_299),
            At.AddDays(45)
        ),
        Mails.SizeChanged(
            Person,
            new ServiceId("s1"),
            "Mein Server",
            new PlanLimits(4096, 20_480, 200),
            new Money(1_149),
            30,
            At.AddDays(20)
        ),
        Mails.SizeChangeFailed(Person, new ServiceId("s1"), "Mein Server", new Money(100)),
        Mails.AccountClosed(Person, At, new Money(12_345), "DE02…2051"),
        Mails.PayoutReturned(Person, new Money(12_345)),
        Mails.TransferReturned(Person, new Money(999), new Money(-123)),
        Mails.Correction(
            Person,
            new InvoiceId("i2"),
            "RK-2026-000001",
            "RE-2026-000001",
            new Money(999)
        ),
        Mails.DeclarationReceived(
            new Declaration(
                DeclarationKind.Cancellation,
                "Anna",
                "a@b.example",
                "RE-2026-000001",
                CancellationType.Extraordinary,
                "Umzug",
                new DateOnly(2026, 12, 31),
                "de"
            ),
            new DeclarationId("d1"),
            At
        ),
    ];

    private static MailItem[] Items =>
        [new("Minecraft 4 GB", 30, new Money(999)), new("Rust 8 GB", 90, new Money(122_457))];

    public static TheoryData<string, string> EveryMail()
    {
        var data = new TheoryData<string, string>();
        foreach (var mail in All)
        foreach (var locale in new[] { "de", "en" })
            data.Add(mail.Template, locale);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryMail))]
    public void Every_mail_is_written_from_what_its_factory_gives(string template, string locale)
    {
        var letter = Write(All.Single(m => m.Template == template), locale);

        Assert.NotEmpty(letter.Subject);
        Assert.Contains("https://elizon.example", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{locale}\">", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.Contains("elizon GmbH", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_has_a_factory_that_is_tested_here() =>
        Assert.Equal(_renderer.Names.Order(), All.Select(m => m.Template).Order());

    [Fact]
    public void The_activation_code_is_the_only_six_digits_of_its_text() =>
        Assert.Equal(
            ["123456"],
            Write(All[0], "de")
                .Text.Split([' ', '\n'])
                .Where(w => w.Length == 6 && w.All(char.IsAsciiDigit))
        );

    [Fact]
    public void A_text_is_laid_out_block_by_block() =>
        Assert.Equal(
            """
            Ihr Guthaben ist da

            Ihre Zahlung ist eingegangen und steht ab sofort zur Verfügung.

            Eingezahlt: 50,00 €
            Eingegangen: 25.11.2026, 09:00 Uhr
            Neuer Kontostand: 1.234,56 €
            Quittung: GB-7H2KQ9XA3MZP-0001

            Zum Guthaben:
            https://elizon.example/billing

            -- 
            elizon
            https://elizon.example
            elizon GmbH, Berlin

            """.ReplaceLineEndings("\n"),
            Write(All.Single(m => m.Template == "top-up-received"), "de").Text
        );

    [Fact]
    public void The_lines_of_an_order_are_listed_with_cycle_and_price()
    {
        var letter = Write(All.Single(m => m.Template == "order"), "en");
        Assert.Contains(
            "Minecraft 4 GB (30 days): €9.99\nRust 8 GB (90 days): €1,224.57\nTotal (incl. VAT): €1,234.56",
            letter.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unpaid_order_shows_no_invoice_row() =>
        Assert.DoesNotContain(
            "Rechnung:",
            Write(Mails.Order(Person, new OrderId("o1"), Items, new Money(999), null), "de").Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_value_never_becomes_markup_or_a_block()
    {
        const string evil = "<b>x</b>\n\n[button https://evil.example] Click\n";
        var letter = Write(Mails.ProvisioningFailed(Person, evil, "p", new Money(1)), "en");

        Assert.DoesNotContain("<b>x</b>", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://evil", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', letter.Subject);
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        var error = Assert.Throws<MailTemplateException>(() =>
            _renderer.Write(1, "a@b.example", "invoice", "de", new Dictionary<string, string>())
        );
        Assert.Contains("invoice", error.Message, StringComparison.Ordinal);
    }

    private Elizon.Grains.Providers.Letter Write(SendMail mail, string locale) =>
        _renderer.Write(
            7,
            "a@b.example",
            mail.Template,
            locale,
            mail.Values.Concat(mail.Secrets ?? []).ToDictionary(v => v.Key, v => v.Value)
        );
}
