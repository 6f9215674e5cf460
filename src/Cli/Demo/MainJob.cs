using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Spectre.Console;

namespace Elizon.Cli.Demo;

/// <summary>
/// The main job as a customer does it, over HTTP alone: sign up, top up, order a game server, watch its console. Mail and
/// payment page are the sandbox's.
/// </summary>
internal sealed class MainJob : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly World _world;
    private readonly string? _address;
    private readonly DemoCustomer _customer = DemoCustomer.Random();
    private readonly DemoSandbox _sandbox;
    private readonly TimeSpan _watch;
    private AdminApi _api;

    public MainJob(World world, string? api, string sandbox, TimeSpan watch)
    {
        (_world, _address, _watch) = (world, api, watch);
        _sandbox = new DemoSandbox(new Uri(sandbox));
        _api = AdminApi.Open(world, api, null);
    }

    private IAnsiConsole Terminal => _world.Terminal;

    public async Task Play(CancellationToken cancellation)
    {
        Terminal.Write(new Rule("[bold]A customer comes along[/]").LeftJustified());
        await SignUp(cancellation);
        await TopUp(cancellation);
        var service = await Order(cancellation);
        await Watch(service, cancellation);
        Farewell(service);
    }

    public void Dispose()
    {
        _api.Dispose();
        _sandbox.Dispose();
    }

    private async Task SignUp(CancellationToken cancellation)
    {
        var registered = await _api.Post(
            "api/auth/register",
            _customer.Registration(),
            cancellation
        );
        LogIn(registered.GetProperty("token").GetString()!);
        Done($"signs up as {_customer.Email}");
        var code = await _sandbox.Code(_customer.Email, cancellation);
        Done($"gets the mail with the code {code}");
        await _api.Post("api/auth/verify-account", new { code }, cancellation);
        Done("activates the account");
    }

    private async Task TopUp(CancellationToken cancellation)
    {
        var started = await _api.Post("api/balance/top-up", new { amount = 50 }, cancellation);
        var page = started.GetProperty("payment").GetProperty("checkoutUrl").GetString()!;
        await _sandbox.Pay(page, cancellation);
        Done($"pays 50.00 € at {page}");
        var balance = await Until(
            async () =>
            {
                var me = await _api.Get("api/auth/me", cancellation);
                return me.GetProperty("user").GetProperty("balance").GetDecimal() is > 0 and var b
                    ? b
                    : (decimal?)null;
            },
            "the payment",
            cancellation
        );
        Done($"has {Euros(balance)} on account, once the payment provider called back");
    }

    private async Task<JsonElement> Order(CancellationToken cancellation)
    {
        var products = await _api.Get("api/products?category=minecraft", cancellation);
        var choice = DemoOffer.Cheapest(products.GetProperty("products"));
        Done($"picks {choice.Name} for {Euros(choice.Price)} a month");
        var ordered = await _api.Post(
            "api/checkout",
            new
            {
                items = new[]
                {
                    new
                    {
                        productId = choice.Id,
                        billingCycle = 30,
                        quantity = 1,
                        name = "Demo",
                    },
                },
                paymentMethod = "guthaben",
            },
            cancellation
        );
        var invoice = ordered.GetProperty("invoice");
        Done(
            $"orders and pays: invoice {invoice.GetProperty("number").GetString()} over {Euros(invoice.GetProperty("total").GetDecimal())}"
        );
        return await Provisioned(
            ordered.GetProperty("services")[0].GetProperty("id").GetString()!,
            cancellation
        );
    }

    private async Task<JsonElement> Provisioned(string id, CancellationToken cancellation)
    {
        var started = _world.Clock.GetTimestamp();
        var last = "";
        var service = await Until<JsonElement>(
            async () =>
            {
                var answer = await _api.Get($"api/services/{id}", cancellation);
                var seen = answer.GetProperty("service");
                var status = seen.GetProperty("status").GetString()!;
                if (status != last)
                    Terminal.MarkupLine($"    [grey]server is {status}[/]");
                last = status;
                return status switch
                {
                    "RUNNING" => seen,
                    "FAILED" => throw new CliFault(
                        ExitCode.Failed,
                        "The server could not be provisioned.",
                        "See: elizon operation list"
                    ),
                    _ => null,
                };
            },
            "the server",
            cancellation
        );
        Done(
            $"has a running server after {_world.Clock.GetElapsedTime(started).TotalSeconds:0.0} s{At(service)}"
        );
        return service;
    }

    private async Task Watch(JsonElement service, CancellationToken cancellation)
    {
        var id = service.GetProperty("id").GetString()!;
        Terminal.Write(new Rule("[bold]Its console, live[/]").LeftJustified());
        await new DemoConsole(_api, _world, id).Show(_watch, cancellation);
    }

    private void Farewell(JsonElement service)
    {
        Terminal.Write(new Rule("[bold]Yours to play with[/]").LeftJustified());
        var facts = new Grid().AddColumn().AddColumn();
        facts.AddRow(new Text("customer"), new Text(_customer.Email));
        facts.AddRow(new Text("password"), new Text(_customer.Password));
        facts.AddRow(new Text("service"), new Text(service.GetProperty("id").GetString()!));
        facts.AddRow(new Text("api"), new Text($"{_api.Address}docs"));
        facts.AddRow(new Text("mails"), new Text(_sandbox.Mailbox(_customer.Email)));
        Terminal.Write(facts);
    }

    private void LogIn(string token)
    {
        _api.Dispose();
        _api = AdminApi.Open(_world, _address, new Login(null, token, IsKey: false));
    }

    private void Done(string what) => Terminal.MarkupLine($"  [green]✓[/] {Markup.Escape(what)}");

    private async Task<T> Until<T>(Func<Task<T?>> look, string what, CancellationToken cancellation)
        where T : struct
    {
        var started = _world.Clock.GetTimestamp();
        while (_world.Clock.GetElapsedTime(started) < Patience)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(300), _world.Clock, cancellation);
        }
        throw new CliFault(
            ExitCode.Failed,
            $"Waited {Patience.TotalMinutes:0} minutes for {what} in vain.",
            "See: elizon doctor"
        );
    }

    private static string At(JsonElement service) =>
        service.TryGetProperty("address", out var address)
        && address.ValueKind == JsonValueKind.String
            ? $" at {address.GetString()}"
            : "";

    private static string Euros(decimal amount) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{amount:0.00} €");
}
