using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Elizon.Cli.Output;

namespace Elizon.Cli.Access;

/// <summary>
/// The platform over HTTP. A call that changes something carries an Idempotency-Key of its own, so that it may be sent
/// again when its answer was lost.
/// </summary>
internal sealed class AdminApi : IDisposable
{
    private const int Tries = 4;
    private readonly HttpClient _http;
    private readonly World _world;
    private readonly string? _reason;

    private AdminApi(World world, Uri address, Login? login, string? reason)
    {
        _world = world;
        _reason = reason;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                // A reason may hold umlauts; the platform reads headers as UTF-8.
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        )
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(4),
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("elizon-cli/1");
        if (login is { IsKey: true, Token.Length: > 0 })
            _http.DefaultRequestHeaders.Add("x-api-key", login.Token);
        else if (login is { Token.Length: > 0 })
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                login.Token
            );
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>For streams, which this class does not read.</summary>
    public HttpClient Http => _http;

    public static AdminApi Open(World world, string? api, Login? login, string? reason = null) =>
        new(
            world,
            AddressOf(api ?? world.Variable("ELIZON_API") ?? login?.Api ?? "http://127.0.0.1:8080"),
            login,
            reason ?? world.Variable("ELIZON_REASON")
        );

    /// <summary>What the operator gave as the reason.</summary>
    public string Reason() =>
        _reason
        ?? throw new CliFault(
            ExitCode.Usage,
            "This needs a reason; it is kept in the audit log.",
            "Say why with --reason, or in ELIZON_REASON."
        );

    public Task<JsonElement> Get(string path, CancellationToken cancellation) =>
        Send(HttpMethod.Get, path, null, null, cancellation);

    public Task<JsonElement> Post(
        string path,
        object? body,
        CancellationToken cancellation,
        string? reason = null
    ) => Send(HttpMethod.Post, path, body, reason, cancellation);

    public Task<JsonElement> Put(
        string path,
        object? body,
        CancellationToken cancellation,
        string? reason = null
    ) => Send(HttpMethod.Put, path, body, reason, cancellation);

    /// <summary>Sends a file as it is.</summary>
    /// <exception cref="CliFault">Also where the file cannot be read.</exception>
    public async Task<JsonElement> PostFile(
        string path,
        string file,
        string mediaType,
        CancellationToken cancellation,
        string? reason = null
    )
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellation);
            return await Send(
                HttpMethod.Post,
                path,
                new FileBody(bytes, mediaType),
                reason,
                cancellation
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliFault(ExitCode.Usage, $"'{file}' cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads something that is not JSON.</summary>
    public async Task<byte[]> GetFile(string path, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(path.TrimStart('/'), cancellation);
        if (response.IsSuccessStatusCode)
            return await response.Content.ReadAsByteArrayAsync(cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        // Never a body here: this throws what the platform says.
        new ApiAnswer((int)response.StatusCode, text, null).Body();
        return [];
    }

    public void Dispose() => _http.Dispose();

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri
            : throw new CliFault(ExitCode.Usage, $"'{text}' is no address of the platform.");

    private async Task<JsonElement> Send(
        HttpMethod method,
        string path,
        object? body,
        string? reason,
        CancellationToken cancellation
    )
    {
        var key = Guid.CreateVersion7().ToString("n");
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path.TrimStart('/'));
            if (method != HttpMethod.Get)
                Complete(request, body, key, reason);
            var answer = await Try(request, cancellation);
            if (answer.IsFinal || attempt == Tries)
                return answer.Body();
            await Task.Delay(answer.Pause(attempt), _world.Clock, cancellation);
        }
    }

    private void Complete(HttpRequestMessage request, object? body, string key, string? reason)
    {
        request.Headers.Add("Idempotency-Key", key);
        if ((_reason ?? reason) is { } why)
            request.Headers.Add("X-Reason", string.Concat(why.Where(c => !char.IsControl(c))));
        request.Content = body is FileBody file ? file.Content() : Json(body);
    }

    private async Task<ApiAnswer> Try(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            return new ApiAnswer(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(cancellation),
                response.Headers.RetryAfter?.Delta
            );
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException
                || (error is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return ApiAnswer.None(Address, error);
        }
    }

    private static StringContent Json(object? body) =>
        new(
            JsonSerializer.Serialize(body ?? new { }, CliJson.Options),
            Encoding.UTF8,
            "application/json"
        );

    private sealed record FileBody(byte[] Bytes, string MediaType)
    {
        public ByteArrayContent Content()
        {
            var content = new ByteArrayContent(Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
            return content;
        }
    }
}
