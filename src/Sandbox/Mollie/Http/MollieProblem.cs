using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>A refusal in Mollie's error body. Thrown by handlers; the pipeline answers with it and writes nothing.</summary>
internal sealed class MollieProblem(int status, string title, string detail, string? culprit = null)
    : Exception(detail)
{
    private const string Documentation = "https://docs.mollie.com/errors";

    public MollieAnswer Answer
    {
        get
        {
            var body = new JsonObject
            {
                ["status"] = status,
                ["title"] = title,
                ["detail"] = Message,
            };
            if (culprit is not null)
                body["field"] = culprit;
            body["_links"] = new JsonObject
            {
                ["documentation"] = Hal.Link(Documentation, "text/html"),
            };
            return new MollieAnswer(status, body);
        }
    }

    public static MollieProblem Malformed(string detail) => new(400, "Bad Request", detail);

    public static MollieProblem Unauthorized() =>
        new(401, "Unauthorized Request", "Missing authentication, or failed to authenticate");

    public static MollieProblem NotFound(string noun, string id) =>
        new(404, "Not Found", $"No {noun} exists with token {id}.");

    public static MollieProblem NoRoute() =>
        new(404, "Not Found", "No resource exists at this path.");

    public static MollieProblem Conflict(string detail) => new(409, "Conflict", detail);

    public static MollieProblem Unprocessable(string detail, string? field = null) =>
        new(422, "Unprocessable Entity", detail, field);

    public static MollieProblem RateLimited() =>
        new(
            429,
            "Too Many Requests",
            "You have exceeded the rate limit. Please slow down your requests."
        );

    public static MollieProblem Unavailable() =>
        new(
            503,
            "Service Unavailable",
            "Payment platform for this payment method temporarily not available"
        );
}
