using System.Text.Json;
using System.Text.RegularExpressions;

namespace Elizon.Cli.Demo;

/// <summary>The sandbox as the customer meets it: a mailbox and a payment page.</summary>
internal sealed partial class DemoSandbox(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = address,
    };

    public string Mailbox(string email) =>
        new Uri(address, $"mailbox?to={Uri.EscapeDataString(email)}").ToString();

    /// <summary>The six digits of the newest mail that has some.</summary>
    public async Task<string> Code(string email, CancellationToken cancellation)
    {
        var text = await Read(() =>
            _http.GetStringAsync(
                $"mail?to={Uri.EscapeDataString(email)}&atLeast=1&waitSeconds=30",
                cancellation
            )
        );
        using var mails = JsonDocument.Parse(text);
        return mails
                .RootElement.GetProperty("messages")
                .EnumerateArray()
                .Select(m => SixDigits().Match(m.GetProperty("text").GetString() ?? ""))
                .FirstOrDefault(m => m.Success)
                ?.Value
            ?? throw new CliFault(
                ExitCode.Failed,
                $"No mail with a code came for {email}.",
                "See: elizon doctor"
            );
    }

    public async Task Pay(string page, CancellationToken cancellation)
    {
        var answer = await Read(() =>
            _http.PostAsync(
                page,
                new FormUrlEncodedContent(new Dictionary<string, string> { ["status"] = "paid" }),
                cancellation
            )
        );
        using (answer)
            if ((int)answer.StatusCode >= 400)
                throw new CliFault(
                    ExitCode.Failed,
                    $"The payment page answered {(int)answer.StatusCode}."
                );
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> Read<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException error)
        {
            throw new CliFault(
                ExitCode.Unreachable,
                $"The sandbox at {address} does not answer ({error.Message})."
            );
        }
    }

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
