namespace Elizon.Api.Replies;

/// <summary>What the web server refuses on its own, in our words.</summary>
internal static class FrameworkStatus
{
    public static ErrorReply Reply(int status) =>
        status switch
        {
            404 => Error("route.unknown", "No such endpoint."),
            405 => Error("method.notAllowed", "This endpoint does not know the method."),
            413 => Error("body.tooLarge", "The body is too large."),
            415 => Error("mediaType.unsupported", "This endpoint takes application/json."),
            _ => Error("request.invalid", "The request could not be understood."),
        };

    /// <summary>A request the framework could not bind.</summary>
    public static ErrorReply Reply(HttpContext http, BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status400BadRequest
            ? ErrorReply.Of(Requests.BindingFaults.Refusal(http))
            : Reply(bad.StatusCode);

    private static ErrorReply Error(string key, string message) => new(false, message, key);
}
