using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Storage;
using Xunit.Abstractions;

namespace Elizon.Grains.Tests.Billing;

/// <summary>
/// Many customers order at the same time on two silos while one after another dies and is replaced: every order gets its
/// invoice once, and the numbers are 1…n without a hole. Small in ./test, 10,000 in ./run chaos finalisations.
/// </summary>
public sealed class FinalisationsUnderLossTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Customers = 50;
    private static readonly int Each = RunSize.Of("ELIZON_CHAOS_FINALISATIONS", 1000) / Customers;
    private static readonly int Losses = RunSize.Of("ELIZON_CHAOS_LOSSES", 2);
    private static readonly int All = Customers * Each;
    private static readonly Money ToppedUp = new(1_000_000);
    private static readonly string[] Users =
    [
        .. Enumerable.Range(0, Customers).Select(i => $"buys{i}"),
    ];
    private ElizonCluster _cluster = null!;
    private int _placed;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.StartToLoseASilo();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Every_order_has_its_invoice_once_and_no_number_is_missing()
    {
        foreach (var user in Users)
        {
            await Shop.Register(_cluster, UserId.Of(user));
            await TopUp(user);
        }
        var customers = Users.Select(Buy).ToArray();
        await LoseSilos();
        await Task.WhenAll(customers);
        await _cluster.Quiet();

        Assert.Equal(Enumerable.Range(1, All), await NumbersOfInvoices());
        foreach (var user in Users)
            Assert.Equal(
                ToppedUp - new Money(999) * Each,
                await _cluster.Grains.Account(UserId.Of(user)).Balance()
            );
        var audit = await _cluster.Grains.LedgerAuditor().Audit();
        Assert.True(audit.Clean, Json.Write(audit));
        output.WriteLine($"{All} invoices, {Losses} silos lost, numbers 1 to {All}");
    }

    /// <summary>One dies at each equal part of the way, always the youngest; another takes its place.</summary>
    private async Task LoseSilos()
    {
        for (var loss = 1; loss <= Losses; loss++)
        {
            var when = All * loss / (Losses + 1);
            await ElizonCluster.Until(
                () => Task.FromResult(Volatile.Read(ref _placed) >= when),
                $"{when} orders are placed"
            );
            await _cluster.Silos.KillSiloAsync(_cluster.Silos.Silos[^1]);
            await _cluster.Silos.StartAdditionalSiloAsync();
        }
    }

    private async Task Buy(string user)
    {
        for (var i = 0; i < Each; i++)
        {
            var result = await Insist(user, $"op{i}");
            Assert.NotNull(result.Invoice.Number);
            Interlocked.Increment(ref _placed);
        }
    }

    /// <summary>Customers repeat with the same key until they get an answer, as the API tells them to.</summary>
    private async Task<CheckoutResult> Insist(string user, string key)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (true)
            try
            {
                var placed = await _cluster
                    .Grains.Account(UserId.Of(user))
                    .Place(
                        Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer()),
                        Shop.By(user, key)
                    )
                    .WaitAsync(TimeSpan.FromSeconds(3), deadline.Token);
                return placed.Result;
            }
            catch (Exception error) when (error is not Refusal)
            {
                // The outcome is unknown: the silo died, or is not known to be dead yet.
                await Task.Delay(50, deadline.Token);
            }
    }

    private async Task<List<int>> NumbersOfInvoices()
    {
        await using var command = _cluster.Database.CreateCommand(
            "select regexp_replace(number, '^.*[^0-9]', '')::int from invoice_document where series = (select min(series) from invoice_document) order by 1"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<int>();
        while (await reader.ReadAsync())
            numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    private Task TopUp(string user) =>
        Shop.Deliver(
            _cluster,
            user,
            Shop.ToppedUp(user, ToppedUp),
            740_000 + Array.IndexOf(Users, user)
        );
}
