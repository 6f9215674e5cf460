using Microsoft.Extensions.Options;

namespace Elizon.Api.Rules;

/// <summary>
/// A browser sends the session cookie on its own, so a call that changes something (or opens a socket) must prove that
/// our own page made it: by its Origin.
/// </summary>
internal sealed class Origins(IOptions<ApiOptions> options)
{
    public void Check(HttpContext http)
    {
        var request = http.Request;
        if (!IsMutating(request.Method) && !http.WebSockets.IsWebSocketRequest)
            return;
        var origin = request.Headers.Origin.ToString();
        if (!IsOurs(request, origin))
            throw GateRefusals.ForeignOrigin();
    }

    public static bool IsMutating(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private bool IsOurs(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || options.Value.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
