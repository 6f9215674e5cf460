using System.Net.Mime;
using Microsoft.AspNetCore.Routing.Template;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What no route takes: 405 where the path exists under another verb, else 404; the pages a browser would see.</summary>
internal sealed class PanelFallback(IReadOnlyList<PanelRoute> routes)
{
    private readonly List<(TemplateMatcher Matcher, PanelRoute Route)> _matchers =
    [
        .. routes.Select(route =>
            (new TemplateMatcher(TemplateParser.Parse(route.Pattern.TrimStart('/')), []), route)
        ),
    ];

    public Task Run(HttpContext http)
    {
        var path = http.Request.Path;
        if (!path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Page(http.Response, path);
        var verbs = _matchers
            .Where(entry => entry.Matcher.TryMatch(path, []))
            .SelectMany(entry =>
                entry.Route.Method == "GET"
                    ? (IEnumerable<string>)["GET", "HEAD"]
                    : [entry.Route.Method]
            )
            .Distinct()
            .ToList();
        var name = path.Value!.Trim('/');
        return PanelErrors.Write(
            http,
            verbs.Count == 0
                ? PanelFailures.NotFound($"The route {name} could not be found.")
                : new PanelFailure(
                    405,
                    "MethodNotAllowedHttpException",
                    $"The {http.Request.Method} method is not supported for route {name}. Supported methods: {string.Join(", ", verbs)}."
                )
        );
    }

    private static Task Page(HttpResponse response, PathString path)
    {
        if (path != "/" && path != "/auth/login")
        {
            response.StatusCode = 404;
            return Task.CompletedTask;
        }
        response.ContentType = MediaTypeNames.Text.Html;
        return response.WriteAsync(
            "<!doctype html><meta charset=utf-8><title>Pterodactyl (sandbox)</title>"
                + "<p>This is the sandbox's game panel. It has an Application API, a Client API and no pages.</p>",
            response.HttpContext.RequestAborted
        );
    }
}
