using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

/// <summary>A merchant's webhook: keeps each call and answers as the test says.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly WebApplication _app;
    private readonly Channel<ReceivedCall> _calls = Channel.CreateUnbounded<ReceivedCall>();
    private readonly ConcurrentQueue<ReceivedCall> _all = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url => new(new Uri(_app.Urls.Single()), "webhooks/mollie");

    /// <summary>Every call so far, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedCall> All => [.. _all];

    /// <summary>The status of the answer; may wait.</summary>
    public Func<ReceivedCall, Task<int>> Answer { get; set; } = _ => Task.FromResult(200);

    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.Receive);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>The next call that no one has taken yet.</summary>
    public async Task<ReceivedCall> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _calls.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new ReceivedCall(
            context.Request.Method,
            context.Request.ContentType,
            context.Request.Headers.UserAgent.ToString(),
            await reader.ReadToEndAsync()
        );
        _all.Enqueue(call);
        _calls.Writer.TryWrite(call);
        context.Response.StatusCode = await Answer(call);
    }
}

public sealed record ReceivedCall(
    string Method,
    string? ContentType,
    string UserAgent,
    string Body
);
