using System.Text.Json;
using Elizon.Api.Tests.Billing;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Services;

namespace Elizon.Api.Tests.Subscriptions;

public sealed class UpgradeApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    [Fact]
    public async Task A_server_is_priced_changed_up_and_changed_down()
    {
        var (customer, service) = await Delivered(1_000);
        var options = Ok(await api.Get($"/api/services/{service}/upgrade", customer), "upgrade");
        Assert.Equal(30, options.GetProperty("remainingDays").GetInt32());
        var memory = Assert.Single(options.GetProperty("resources").EnumerateArray().ToArray());
        Assert.Equal(
            ("memory", 2048, 16_384, 1024, "1.20"),
            (
                memory.GetProperty("resource").GetString(),
                memory.GetProperty("min").GetInt32(),
                memory.GetProperty("max").GetInt32(),
                memory.GetProperty("step").GetInt32(),
                memory.GetProperty("price").GetRawText()
            )
        );

        var item = await Quote(customer, service, 4096);
        Assert.Equal(
            ("UPGRADE", "4.99", "7.39", "2.02", "0.38", "2.40"),
            (
                item.GetProperty("type").GetString(),
                item.GetProperty("credit").GetRawText(),
                item.GetProperty("cost").GetRawText(),
                item.GetProperty("net").GetRawText(),
                item.GetProperty("tax").GetRawText(),
                item.GetProperty("total").GetRawText()
            )
        );
        var quote = item.GetProperty("quote").GetString();
        var first = await api.Post(
            $"/api/services/{service}/upgrade",
            customer,
            new { quote },
            "u1"
        );
        var again = await api.Post(
            $"/api/services/{service}/upgrade",
            customer,
            new { quote },
            "u1"
        );
        Assert.Equal(202, first.Status);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        await Through(customer, service);

        var down = await Quote(customer, service, 2048);
        Assert.Equal(
            ("DOWNGRADE", "0.00"),
            (down.GetProperty("type").GetString(), down.GetProperty("total").GetRawText())
        );
        var (status, body) = await api.Post(
            $"/api/services/{service}/apply-downgrade",
            customer,
            new { quote = down.GetProperty("quote").GetString() }
        );
        Assert.Equal(202, status);
        // 2.40 at 4.99 for 30 days: 14 days and 8 cents.
        var change = body.GetProperty("change");
        Assert.Equal(
            (14, "0.08"),
            (change.GetProperty("extraDays").GetInt32(), change.GetProperty("rest").GetRawText())
        );
        await Through(customer, service);
        var contract = Ok(
            await api.Get($"/api/services/{service}/subscription", customer),
            "subscription"
        );
        Assert.Equal(
            ("4.99", "4.91"),
            (
                contract.GetProperty("price").GetRawText(),
                contract.GetProperty("nextPrice").GetRawText()
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_reason()
    {
        var (customer, service) = await Delivered(0);
        var quote = (await Quote(customer, service, 4096)).GetProperty("quote").GetString();
        (string Path, object Body, int Status, string Key)[] cases =
        [
            ("/api/cart/upgrade", Wish(service, 2048), 400, "upgrade.nothing"),
            ("/api/cart/upgrade", Wish(service, 2049), 400, "upgrade.notASize"),
            ("/api/cart/upgrade", Wish(service, -1), 400, "request.invalid"),
            ("/api/cart/upgrade", Wish(new ServiceId("nobodys"), 4096), 404, "notFound"),
            ($"/api/services/{service}/upgrade", new { quote = "made-up" }, 400, "quote.invalid"),
            ($"/api/services/{service}/upgrade", new { quote }, 402, "balance.tooLow"),
            ($"/api/services/{service}/apply-downgrade", new { quote }, 409, "quote.upgrade"),
        ];
        foreach (var (path, body, status, key) in cases)
        {
            var answer = await api.Post(path, customer, body);
            Assert.Equal(
                (path, status, key),
                (path, answer.Status, answer.Body.GetProperty("errorKey").GetString())
            );
        }
        var stranger = await api.Customer();
        Assert.Equal(404, (await api.Get($"/api/services/{service}/upgrade", stranger)).Status);
    }

    [Fact]
    public async Task A_cart_sums_items_and_upgrades_up_and_takes_points_off_the_items()
    {
        var (customer, service) = await Delivered(0);
        var item = await Quote(customer, service, 4096);
        var upgrade = item.GetProperty("total").GetDecimal();
        object[] upgrades = [Wish(service, 4096)];
        var alone = Ok(await Calculate(customer, [], upgrades, 0), "cart");
        Assert.Equal(
            (upgrade, 0, 1),
            (
                alone.GetProperty("total").GetDecimal(),
                alone.GetProperty("items").GetArrayLength(),
                alone.GetProperty("upgrades").GetArrayLength()
            )
        );
        Assert.Equal(
            alone.GetProperty("total").GetDecimal(),
            alone.GetProperty("net").GetDecimal() + alone.GetProperty("tax").GetDecimal()
        );

        await api
            .Host.Cluster.Grains.Account(customer.Id)
            .GrantPoints(
                50,
                "test",
                Caller.System(api.Host.Cluster.Clock.GetUtcNow()) with
                {
                    Reason = "test",
                }
            );
        object[] items =
        [
            new
            {
                productId = "api-s",
                billingCycle = 30,
                location = "fra",
            },
        ];
        var both = Ok(await Calculate(customer, items, upgrades, 50), "cart");
        Assert.Equal(
            (upgrade + 4.99m, upgrade + 4.49m),
            (both.GetProperty("total").GetDecimal(), both.GetProperty("toPay").GetDecimal())
        );
        Assert.Equal(409, (await Calculate(customer, items, upgrades, 51)).Status);
        Assert.Equal(400, (await Calculate(customer, [], [], 0)).Status);
    }

    private Task<(int Status, JsonElement Body)> Calculate(
        Customer customer,
        object[] items,
        object[] upgrades,
        int netPoints
    ) =>
        api.Post(
            "/api/cart/calculate",
            customer,
            new
            {
                items,
                upgrades,
                netPoints,
            }
        );

    private static object Wish(ServiceId service, int memory) =>
        new { serviceId = service.Value, resources = new { memory } };

    private async Task<JsonElement> Quote(Customer customer, ServiceId service, int memory) =>
        Ok(await api.Post("/api/cart/upgrade", customer, Wish(service, memory)), "item");

    private static JsonElement Ok((int Status, JsonElement Body) answer, string name)
    {
        Assert.True(answer.Status == 200, answer.Body.GetRawText());
        return answer.Body.GetProperty(name);
    }

    private Task Through(Customer customer, ServiceId service) =>
        ElizonCluster.Until(
            async () =>
                (Ok(await api.Get($"/api/services/{service}/upgrade", customer), "upgrade"))
                    .GetProperty("operationId")
                    .ValueKind == JsonValueKind.Null,
            "the change is made"
        );

    private async Task<(Customer Customer, ServiceId Service)> Delivered(long cents)
    {
        var customer = await api.Customer(cents);
        var service = NewId.Derived<ServiceId>($"upgrade/{customer.Id}");
        await api
            .Host.Cluster.Grains.Service(service)
            .Open(
                new ServiceOrder(
                    service,
                    customer.Id,
                    new OrderId($"order-{customer.Id}"),
                    new InvoiceId($"invoice-{customer.Id}"),
                    0,
                    "Mine",
                    new ProductId("api-s"),
                    "Klötze",
                    30,
                    new Money(499),
                    new ServicePlan(
                        LineDouble.Provider,
                        "pterodactyl",
                        new LocationId("fra"),
                        "Frankfurt",
                        "paper",
                        "Paper",
                        "java:21",
                        [],
                        2048,
                        10_240,
                        200,
                        0,
                        500,
                        0,
                        1,
                        0
                    ),
                    api.Host.Cluster.Clock.GetUtcNow()
                )
            );
        await ElizonCluster.Until(
            async () =>
                (await api.Get($"/api/services/{service}/subscription", customer)).Status == 200,
            "the server is delivered"
        );
        return (customer, service);
    }
}
