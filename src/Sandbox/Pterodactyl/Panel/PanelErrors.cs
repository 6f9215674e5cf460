using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Writes a failure as the panel does: the envelope for JSON clients, a redirect or a page for all others.</summary>
internal static class PanelErrors
{
    public static Task Write(HttpContext http, PanelFailure failure)
    {
        if (failure.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (ExpectsJson(http.Request))
            return new PanelAnswer(failure.Status, Envelope(failure)).Write(http.Response);
        return failure.Redirects ? Redirect(http, failure) : Page(http.Response, failure);
    }

    /// <summary>Laravel's test: the first accepted type names JSON, or the call is an XHR that takes anything.</summary>
    public static bool ExpectsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        var first = accept.Split(',')[0];
        if (
            first.Contains("/json", StringComparison.OrdinalIgnoreCase)
            || first.Contains("+json", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        var anything = accept.Length == 0 || first.Trim() is "*/*" or "*";
        return anything && request.Headers["X-Requested-With"] == "XMLHttpRequest";
    }

    private static JsonObject Envelope(PanelFailure failure) =>
        new()
        {
            ["errors"] =
                failure.Fields.Count == 0
                    ? new JsonArray(Error(failure, failure.Message))
                    : new JsonArray([
                        .. failure.Fields.Select(field => FieldError(failure, field)),
                    ]),
        };

    private static JsonObject FieldError(PanelFailure failure, Validation.LaravelFailure field)
    {
        var error = Error(failure, field.Detail);
        error["meta"] = new JsonObject { ["source_field"] = field.Field, ["rule"] = field.Rule };
        return error;
    }

    private static JsonObject Error(PanelFailure failure, string detail) =>
        new()
        {
            ["code"] = failure.Code,
            ["status"] = failure.Status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = detail,
        };

    private static Task Redirect(HttpContext http, PanelFailure failure)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = failure.Status == 401 ? "/auth/login" : Back(http.Request);
        return Task.CompletedTask;
    }

    private static string Back(HttpRequest request) =>
        request.Headers.Referer is { Count: > 0 } referer ? referer.ToString() : "/";

    private static Task Page(HttpResponse response, PanelFailure failure)
    {
        response.StatusCode = failure.Status;
        response.ContentType = "text/html; charset=UTF-8";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"<!doctype html><title>{failure.Status}</title><h1>{failure.Status}</h1>"
        );
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
