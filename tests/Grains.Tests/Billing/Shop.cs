using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Identity;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

/// <summary>Customers and what they order.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public static BillingProfile Profile(UserId user) =>
        new(
            user,
            $"{user}@customer.example",
            "Jörg",
            "Müller",
            null,
            AccountType.Private,
            "Hauptstraße 1",
            "10115",
            "Berlin",
            "DE",
            null,
            "de",
            Verified: true
        );

    /// <summary>The person stands at id@customer.example, with one mail there: the code.</summary>
    public static Task Register(ElizonCluster cluster, UserId user) =>
        cluster
            .Grains.GetGrain<IUserControl>(user.Value)
            .Register(
                new RegistrationFacts(
                    user,
                    $"{user}@customer.example",
                    "no password fits",
                    new Profile(
                        "Jörg",
                        "Müller",
                        AccountType.Private,
                        null,
                        null,
                        "Hauptstraße 1",
                        "10115",
                        "Berlin",
                        "DE",
                        null,
                        "de"
                    ),
                    "v1",
                    SessionId.Of($"session-of-{user}"),
                    false
                ),
                new Visitor("127.0.0.1", "test"),
                null
            );

    /// <summary>A percentage off for everybody.</summary>
    public static CouponTerms Coupon(
        string code,
        decimal percent,
        int renewals = 0,
        int? maxUses = null
    ) =>
        new(
            CouponCode.Of(code),
            null,
            percent,
            null,
            renewals,
            maxUses,
            null,
            false,
            [],
            null,
            null,
            null
        );

    /// <summary>A message to the customer's account.</summary>
    /// <param name="id">Of the delivery: the same once more is the same message.</param>
    public static Task Deliver(ElizonCluster cluster, string user, Message message, long id) =>
        cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("account", user))
            .Receive(
                new Delivery(
                    id,
                    "test/x",
                    message
                        .GetType()
                        .GetCustomAttributes(false)
                        .OfType<MessageNameAttribute>()
                        .Single()
                        .Name,
                    Json.Write(message, message.GetType())
                )
            );

    public static PaymentReceived ToppedUp(string user, Money amount) =>
        new(PaymentId.Of($"p-{user}"), PaymentPurpose.TopUp, null, amount, $"tr_{user}", "ideal");

    public static Caller By(string user, string? operation = null, string body = "body") =>
        new(
            UserId.Of(user),
            CallerKind.Session,
            "session/test",
            Permission.None,
            Now,
            operation is null ? null : new Operation($"{user}/{operation}", body)
        );

    public static Caller Staff(string? operation = null) =>
        new(
            UserId.Of("staff"),
            CallerKind.Staff,
            "session/staff",
            Permission.None,
            Now,
            operation is null ? null : new Operation($"staff/{operation}", "body"),
            "test"
        );

    public static OrderRequest Order(string user, PaymentMethod method, params Offer[] offers) =>
        new(offers, Profile(UserId.Of(user)), method, new Consents("2026-11", true), null);

    public static Offer Offer(
        long cents = 999,
        int quantity = 1,
        string? name = null,
        string? stock = null
    ) =>
        new(
            ProductId.Of("minecraft-2g"),
            "minecraft-2g",
            "Minecraft 2 GB",
            "minecraft",
            30,
            quantity,
            name,
            new Money(cents),
            1,
            stock,
            PlanSamples.Small
        );
}
