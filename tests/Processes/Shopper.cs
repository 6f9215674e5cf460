using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Elizon.Processes;

/// <summary>
/// A customer before the platform who never gives up: a call that got no definite answer is repeated with the same
/// Idempotency-Key until there is one, as the API's documentation tells integrators to.
/// </summary>
public sealed class Shopper : IDisposable
{
    private readonly HttpClient _http;
    private readonly SandboxProcess _sandbox;

    private Shopper(HttpClient http, SandboxProcess sandbox, string email)
    {
        (_http, _sandbox, Email) = (http, sandbox, email);
    }

    public string Email { get; }

    public HttpClient Http => _http;

    public static async Task<Shopper> SignUp(Uri address, SandboxProcess sandbox, string name)
    {
        var email = $"{name}@customer.example";
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        var shopper = new Shopper(http, sandbox, email);
        var registered = await shopper.Call(
            HttpMethod.Post,
            "/api/auth/register",
            new
            {
                email,
                password = "Correct-Horse-7-" + name,
                firstName = "Jörg",
                lastName = "Müller-Łuk",
                accountType = "private",
                street = "Hauptstraße 1",
                zip = "10115",
                city = "Berlin",
                country = "DE",
                acceptTerms = true,
            }
        );
        Assert.Equal(HttpStatusCode.Created, registered.Status);
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            registered.Body.GetProperty("token").GetString()
        );
        var verified = await shopper.Call(
            HttpMethod.Post,
            "/api/auth/verify-account",
            new { code = await sandbox.Code(email) }
        );
        Assert.Equal(HttpStatusCode.OK, verified.Status);
        return shopper;
    }

    public async Task<decimal> Balance() =>
        (await Get("/api/auth/me")).GetProperty("user").GetProperty("balance").GetDecimal();

    public async Task TopUp(decimal amount, string key)
    {
        var before = await Balance();
        var payment = await Call(HttpMethod.Post, "/api/balance/top-up", new { amount }, key);
        Assert.Equal(HttpStatusCode.Created, payment.Status);
        await SandboxProcess.Pay(
            payment.Body.GetProperty("payment").GetProperty("checkoutUrl").GetString()!
        );
        await Wait.For(
            async () => await Balance() >= before + amount,
            $"{amount} are on account",
            seconds: 300
        );
    }

    /// <summary>Tops up, orders one server and waits until it runs; its id.</summary>
    public async Task<string> Delivered(string product)
    {
        await TopUp(50, "top-up");
        var order = await Order(product, "order");
        Assert.Equal(HttpStatusCode.Created, order.Status);
        var id = order.Body.GetProperty("services")[0].GetProperty("id").GetString()!;
        await Wait.For(
            async () => (await Service(id)).GetProperty("status").GetString() == "RUNNING",
            $"service {id} runs"
        );
        return id;
    }

    /// <summary>Orders one server and pays from the balance; the answer is definite.</summary>
    public Task<Answer> Order(string product, string key, int cycle = 30) =>
        Call(
            HttpMethod.Post,
            "/api/checkout",
            new
            {
                items = new[]
                {
                    new
                    {
                        productId = product,
                        billingCycle = cycle,
                        name = key,
                    },
                },
                paymentMethod = "guthaben",
            },
            key
        );

    public async Task<JsonElement> Service(string id) =>
        (await Get($"/api/services/{id}")).GetProperty("service");

    public async Task<JsonElement> Get(string path)
    {
        var answer = await Call(HttpMethod.Get, path, null);
        Assert.True(
            answer.Status == HttpStatusCode.OK,
            $"GET {path}: {answer.Status} {answer.Body}"
        );
        return answer.Body;
    }

    public async Task<Answer> Call(HttpMethod method, string path, object? body, string? key = null)
    {
        Answer? definite = null;
        await Wait.For(
            async () =>
            {
                using var request = new HttpRequestMessage(method, path);
                request.Content = body is null ? null : JsonContent.Create(body);
                if (method != HttpMethod.Get)
                    request.Headers.Add("Idempotency-Key", key ?? $"{Email}{path}");
                using var answer = await _http.SendAsync(request);
                if ((int)answer.StatusCode >= 500)
                    return false;
                definite = new Answer(
                    answer.StatusCode,
                    await answer.Content.ReadFromJsonAsync<JsonElement>()
                );
                return true;
            },
            $"{method} {path} has a definite answer",
            seconds: 300
        );
        return definite!;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer that says what happened.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body);
