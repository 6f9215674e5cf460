using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie.Webhooks;

/// <summary>Makes one webhook call as Mollie does: a form post of the id alone, 15 s of patience, only 200 is success.</summary>
internal sealed class WebhookCourier(SandboxClock clock, FaultBoard faults) : IDisposable
{
    public const string UserAgent = "Mollie HTTP client/1.0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // Follows redirects as every client does: 301 and 302 turn the post into a GET without body, 307 and 308 keep it.
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxAutomaticRedirections = 5 })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>One attempt of a queued delivery, with the faults that are switched on.</summary>
    public async Task<WebhookAttempt> Attempt(
        WebhookDelivery delivery,
        CancellationToken cancellationToken
    )
    {
        var (url, id) = (delivery.Url, delivery.PaymentId);
        if (Fires(MollieFaults.DropWebhook, id))
            return new WebhookAttempt(clock.GetUtcNow(), null, "lost on the way");
        if (Fires(MollieFaults.ConcurrentWebhook, id))
        {
            var both = await Task.WhenAll(
                Post(url, id, cancellationToken),
                Post(url, id, cancellationToken)
            );
            return both[0].Status == 200 ? both[1] : both[0];
        }
        var first = await Post(url, id, cancellationToken);
        return Fires(MollieFaults.DuplicateWebhook, id)
            ? await Post(url, id, cancellationToken)
            : first;
    }

    /// <summary>A call outside the queue, its outcome ignored (fault <c>webhook.early</c>).</summary>
    public async Task Announce(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.WebhookUrl is { } url)
            await Post(url, payment.Id, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private bool Fires(string fault, string paymentId) =>
        faults.Take(MollieSimulator.SimulatorName, fault, paymentId) is not null;

    private async Task<WebhookAttempt> Post(
        string url,
        string paymentId,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(Patience, clock.Real);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            cancellationToken
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Content = new FormUrlEncodedContent([new("id", paymentId)]);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return new WebhookAttempt(clock.GetUtcNow(), (int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new WebhookAttempt(clock.GetUtcNow(), null, "no answer in 15 s");
        }
        catch (HttpRequestException error)
        {
            return new WebhookAttempt(clock.GetUtcNow(), null, error.HttpRequestError.ToString());
        }
    }
}
