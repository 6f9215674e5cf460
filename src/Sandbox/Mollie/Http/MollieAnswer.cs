using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Mollie.Http;

/// <param name="Body">Null for 204 and 202.</param>
/// <param name="BeforeSending">Runs after the state is stored and before the answer leaves; for faults of order.</param>
internal sealed record MollieAnswer(
    int Status,
    JsonObject? Body,
    Func<CancellationToken, Task>? BeforeSending = null
)
{
    public static MollieAnswer Ok(JsonObject body) => new(200, body);

    public static MollieAnswer Created(JsonObject body) => new(201, body);

    public static MollieAnswer NoContent() => new(204, null);
}
