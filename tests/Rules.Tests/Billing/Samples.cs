using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Renewals;
using Elizon.Identity;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Plain things to sell, and persons to sell them to.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public static readonly AccountId Account = AccountId.Of("customer1");

    public static readonly House House = HouseWith();

    public static House HouseWith(Action<BillingOptions>? change = null)
    {
        var options = new BillingOptions();
        change?.Invoke(options);
        return new House(Options.Create(options));
    }

    public static BillingProfile Buyer(
        string country = "DE",
        AccountType type = AccountType.Private,
        string? vatId = null,
        string locale = "de"
    ) =>
        new(
            UserId.Of(Account.Value),
            "jörg@customer.example",
            "Jörg",
            "Müller-Łuk",
            type == AccountType.Business ? "Muster & Söhne KG" : null,
            type,
            "Hauptstraße 1",
            "10115",
            "Berlin",
            country,
            vatId,
            locale,
            Verified: true
        );

    public static Offer Offer(
        long cents = 999,
        int quantity = 1,
        string? name = null,
        string? stock = null,
        string product = "minecraft-2g",
        int cycle = 30
    ) =>
        new(
            ProductId.Of(product),
            product,
            "Minecraft 2 GB",
            "minecraft",
            cycle,
            quantity,
            name,
            new Money(cents),
            1,
            stock,
            Plan()
        );

    public static ServicePlan Plan() =>
        new(
            ProviderId.Of("panel-1"),
            "pterodactyl",
            LocationId.Of("fra"),
            "Frankfurt",
            "paper",
            "Paper",
            "java21",
            new() { ["SERVER_JARFILE"] = "server.jar" },
            2048,
            10240,
            200,
            0,
            500,
            0,
            1,
            0
        );

    /// <summary>Of the second period, paid by itself.</summary>
    public static RenewalBill Bill(DateTimeOffset dueAt) =>
        new(
            new ServiceId("service1"),
            2,
            House.DayOf(dueAt),
            dueAt,
            30,
            new OrderId("order1"),
            new ProductId("minecraft-2g"),
            "Minecraft 2 GB",
            "world",
            "Frankfurt",
            new Money(999),
            Money.Zero,
            null,
            Autopay: true,
            AtOnce: false,
            PointsFirst: false
        );

    public static Caller By(string? operation = null) =>
        new(
            UserId.Of(Account.Value),
            CallerKind.Session,
            "session/test",
            Permission.None,
            Now,
            operation is null ? null : new Operation(operation, "body")
        );

    public static OrderRequest Request(PaymentMethod method, params Offer[] offers) =>
        new(offers, Buyer(), method, new Consents("2026-11", true), null);

    public static Order Order(
        PaymentMethod method = PaymentMethod.Guthaben,
        string operation = "op-1",
        params Offer[] offers
    ) =>
        Ordering.Prepare(
            operation,
            Account,
            Request(method, offers.Length == 0 ? [Offer()] : offers),
            By(),
            House,
            Now
        );
}
