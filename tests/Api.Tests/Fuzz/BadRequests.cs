using System.Net.Http.Headers;
using Elizon.Api.Tests.OpenApi;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>One request of the fuzz, made anew each time it is sent.</summary>
/// <param name="Breaks">It certainly breaks the document: a 4xx is due, and nothing may be written.</param>
/// <param name="Status">The only right status, where there is one.</param>
public sealed record BadRequest(
    string What,
    Func<HttpRequestMessage> Make,
    bool Breaks,
    int? Status = null
);

/// <summary>What can be wrong with a request to an operation beside a plain good one.</summary>
public sealed class BadRequests(ApiOperation operation, Func<string, string> pathValue)
{
    private static readonly string LongText = new('x', 3000);

    public IEnumerable<BadRequest> All() =>
        [.. Bodies(), .. Parameters(), .. Headers(), .. TooLarge()];

    /// <summary>As good as the document makes it: the path filled, required parameters and the example given.</summary>
    public HttpRequestMessage Good(string? query = null, string? path = null)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(operation.Method),
            (path ?? Path()) + "?" + (query ?? Query())
        );
        if (operation.Example is { } example)
            request.Content = Content(
                System.Text.Encoding.UTF8.GetBytes(example.ToJsonString()),
                "application/json"
            );
        return request;
    }

    private IEnumerable<BadRequest> Bodies()
    {
        if (operation.Body is not { } schema || operation.Example is not { } example)
            yield break;
        yield return new BadRequest(
            "a body without a media type",
            () =>
            {
                var request = Good();
                request.Content!.Headers.ContentType = null;
                return request;
            },
            true,
            415
        );
        if (operation.BodyRequired)
            yield return new BadRequest("no body", () => With(null), true);
        foreach (var body in BadBodies.For(schema, example))
            yield return new BadRequest(
                $"body {body.What}",
                () => With(Content(body.Bytes, body.Type)),
                body.Breaks
            );
    }

    private IEnumerable<BadRequest> TooLarge()
    {
        if (operation.Body is null)
            yield break;
        yield return new BadRequest(
            "a body that is too large",
            () => With(Content(new byte[operation.MaxBody + 1024 * 1024], "application/json")),
            true,
            413
        );
    }

    private IEnumerable<BadRequest> Parameters()
    {
        foreach (var parameter in operation.Parameters.Where(p => p.In is "query" or "path"))
        {
            foreach (var text in Values.Texts.Append(LongText).Append("a\0b"))
                if (Placed(parameter, text) is { } request)
                    yield return request;
            if (parameter is { In: "query", Required: true })
                yield return new BadRequest(
                    $"{parameter.Name} missing",
                    () => Good(Query(without: parameter.Name)),
                    true
                );
        }
        yield return new BadRequest(
            "an unknown parameter",
            () => Good(Query() + "&%00=1&__x[]=2"),
            false
        );
        yield return new BadRequest(
            "a broken query",
            () => Good("%&=%zz&&%C3%28=%ED%A0%80"),
            false
        );
    }

    private BadRequest? Placed(ApiParameter parameter, string text)
    {
        var shown = text.Length > 30 ? text[..30] + "…" : text;
        var escaped = Uri.EscapeDataString(text);
        if (parameter.In == "query")
            return new BadRequest(
                $"{parameter.Name} = {shown}",
                () => Good($"{Query(without: parameter.Name)}&{parameter.Name}={escaped}"),
                text.Contains('\0', StringComparison.Ordinal)
                    || text.Length > 2048
                    || text.Length > 0 && !parameter.Schema.FitsQuery(text)
            );
        // The web server itself refuses a NUL in a path, and folds dots before anyone sees them.
        return text.Length == 0 || text.Contains('\0', StringComparison.Ordinal)
            ? null
            : new BadRequest(
                $"{parameter.Name} = {shown} in the path",
                () => Good(path: Path(parameter.Name, escaped)),
                text.Length > 2048 || !parameter.Schema.FitsQuery(text)
            );
    }

    private IEnumerable<BadRequest> Headers()
    {
        (string Name, string Value, bool Breaks)[] headers =
        [
            ("Idempotency-Key", new string('k', 256), operation.Method != "GET"),
            ("Idempotency-Key", "a b", operation.Method != "GET"),
            ("Idempotency-Key", "sch\u00F6n", operation.Method != "GET"),
            ("Accept", "image/png, */*;q=0", false),
            ("Accept-Language", new string('d', 3000), false),
            ("Last-Event-ID", "-1-99999999999999999999", false),
            ("X-Forwarded-For", "not an address, 1.2.3.4, '", false),
            ("User-Agent", new string('\u00FC', 2000), false),
            ("Range", "bytes=5-1,-99999999999999999999", false),
            ("If-None-Match", "\"", false),
        ];
        foreach (var (name, value, breaks) in headers)
            yield return new BadRequest(
                $"header {name}",
                () =>
                {
                    var request = Good();
                    request.Headers.Remove(name);
                    request.Headers.TryAddWithoutValidation(name, value);
                    return request;
                },
                breaks
            );
    }

    private HttpRequestMessage With(HttpContent? content)
    {
        var request = Good();
        request.Content = content;
        return request;
    }

    private static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private string Path(string? other = null, string? value = null) =>
        operation
            .Parameters.Where(p => p.In == "path")
            .Aggregate(
                operation.Path,
                (path, p) =>
                    path.Replace(
                        $"{{{p.Name}}}",
                        p.Name == other ? value : pathValue(p.Name),
                        StringComparison.Ordinal
                    )
            );

    private string Query(string? without = null) =>
        string.Join(
            '&',
            operation
                .Parameters.Where(p => p is { In: "query", Required: true } && p.Name != without)
                .Select(p => $"{p.Name}={(p.Schema.FitsQuery("1") ? "1" : "text")}")
        );
}
